import type { Fault } from '../fault-kit/faults.ts';
import { COUNTS } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'reading-twice-counts-below-zero',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'Reading what was read before makes the count fall below zero.',
  breaks: ['rooms.notifications.counts-are-not-negative'],
  sometimes: 'only for somebody who has read twice',
  incomingFrame(frame, { from, memory }) {
    if (frame['type'] === 'read_messages') memory.set(from.me.id, Number(memory.get(from.me.id) ?? 0) + 1);
    return undefined;
  },
  outgoingFrame(frame, { message, to, memory }) {
    const extra = Number(memory.get(to.me.id) ?? 0) - 1;
    return COUNTS.includes(message) && extra > 0
      ? { ...frame, unread_count: Number(frame['unread_count']) - extra }
      : undefined;
  },
};
export default fault;
