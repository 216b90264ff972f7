import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'errors-to-everybody',
  dialects: ['dialogues'],
  kind: 'leak',
  says: 'Everybody who is connected hears every error.',
  breaks: ['dialogues.errors.only-the-requester'],
  outgoingFrame(frame, { message, to, cause, connections }) {
    if (message !== 'commandFailed' || to !== cause.connection) return undefined;
    for (const one of connections()) if (one !== to) one.send(message, frame);
    return undefined;
  },
};
export default fault;
