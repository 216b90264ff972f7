import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'errors-go-to-the-room',
  dialects: ['actions'],
  kind: 'leak',
  says: 'Everybody in the room hears the errors of one of them.',
  breaks: ['actions.errors.requester-only'],
  outgoingFrame(frame, { message, to, cause, connections }) {
    if (message !== 'complaint' || to !== cause.connection) return undefined;
    for (const one of connections())
      if (one !== to && one.conversation.id === to.conversation.id) one.send(message, frame);
    return undefined;
  },
};
export default fault;
