import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'notifies-of-first-conversation-only',
  dialects: ['rooms'],
  kind: 'lost-delivery',
  says: 'The notification socket of all conversations is told of messages of the first author only.',
  breaks: ['rooms.notifications.new-message'],
  sometimes: 'only from the second author on',
  outgoingFrame: inFrames('newMessage', (_frame, { to, cause, memory }) => {
    if (!memory.has(to)) memory.set(to, cause.by?.id);
    return memory.get(to) === cause.by?.id ? undefined : null;
  }),
};
export default fault;
