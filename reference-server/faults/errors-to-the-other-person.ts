import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'errors-to-the-other-person',
  dialects: ['dialogues'],
  kind: 'leak',
  says: 'The other person hears the error, too.',
  breaks: ['dialogues.errors.only-the-requester'],
  outgoingFrame(frame, { message, to, cause, connections }) {
    if (message !== 'commandFailed' || to !== cause.connection) return undefined;
    for (const one of connections())
      if (one !== to && one.me.phone === frame['msg_to']) one.send(message, frame);
    return undefined;
  },
};
export default fault;
