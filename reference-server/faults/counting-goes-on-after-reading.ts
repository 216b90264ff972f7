import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { otherOf, unreadOf } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'counting-goes-on-after-reading',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'After reading, the next message counts together with all that were read.',
  breaks: ['rooms.unread.counting-starts-again'],
  sometimes: 'only after somebody has read',
  storeWrite(change, { memory }) {
    if (change.kind !== 'remove pending') return undefined;
    const key = `${change.person} ${change.conversation}`;
    memory.set(key, Number(memory.get(key) ?? 0) + 1);
    return undefined;
  },
  outgoingFrame: inFrames('conversationUnreadCount', (frame, { to, store, memory }) => {
    const other = otherOf(store, to);
    const unread = unreadOf(store, to.me.id).find(({ sender }) => sender === other);
    const before = Number(memory.get(`${to.me.id} ${unread?.conversation}`) ?? 0);
    return { ...frame, unread_count: Number(frame['unread_count']) + before };
  }),
};
export default fault;
