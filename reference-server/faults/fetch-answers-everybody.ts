import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'fetch-answers-everybody',
  dialects: ['dialogues'],
  kind: 'leak',
  says: 'Everybody who is connected hears what somebody fetches.',
  breaks: ['dialogues.fetch.only-ones-own'],
  outgoingFrame(frame, { message, to, cause, connections }) {
    if (message !== 'fetchedMsgs' || to !== cause.connection) return undefined;
    for (const one of connections()) if (one.channel === to.channel && one !== to) one.send(message, frame);
    return undefined;
  },
};
export default fault;
