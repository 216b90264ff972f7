import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-to-everybody',
  dialects: ['actions'],
  kind: 'leak',
  says: 'Whenever somebody enters, everybody in the room hears the history again.',
  breaks: ['actions.history.to-the-newcomer-only'],
  outgoingFrame(frame, { message, to, cause, connections }) {
    if (message !== 'history' || to !== cause.connection) return undefined;
    for (const one of connections())
      if (one !== to && one.conversation.id === to.conversation.id) one.send(message, frame);
    return undefined;
  },
};
export default fault;
