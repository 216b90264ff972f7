import { inFrames } from '../alter.ts';
import type { Fault } from '../faults.ts';

const fault: Fault = {
  name: 'counting-goes-on-after-reading',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'After reading, the next message counts together with all that were read.',
  breaks: ['rooms.unread.counting-starts-again'],
  sometimes: 'only after somebody has read',
  storeWrite(change, { memory }) {
    if (change.kind !== 'remove pending') return undefined;
    memory.set(change.person, Number(memory.get(change.person) ?? 0) + 1);
    return undefined;
  },
  outgoingFrame: inFrames('conversationUnreadCount', (frame, { to, memory }) =>
    Number(frame['unread_count']) > 0
      ? { ...frame, unread_count: Number(frame['unread_count']) + Number(memory.get(to.me.id) ?? 0) }
      : undefined,
  ),
};
export default fault;
