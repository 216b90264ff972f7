import type { Fault } from '../fault-kit/faults.ts';
import { COUNTS } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'count-as-text',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'Counts of unread messages are texts instead of numbers.',
  breaks: ['rooms.notifications.count-shape'],
  outgoingFrame: (frame, { message }) =>
    COUNTS.includes(message) ? { ...frame, unread_count: String(frame['unread_count']) } : undefined,
};
export default fault;
