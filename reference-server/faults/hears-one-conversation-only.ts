import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'hears-one-conversation-only',
  dialects: ['threads'],
  kind: 'lost-delivery',
  says: 'A socket hears only the first person who writes to it.',
  breaks: ['threads.delivery.one-socket-for-all-conversations'],
  outgoingFrame: inFrames('reMessage', (frame, { to, memory }) => {
    if (!memory.has(to)) memory.set(to, frame['sender_id']);
    return memory.get(to) === frame['sender_id'] ? undefined : null;
  }),
};
export default fault;
