import type { Fault } from '../fault-kit/faults.ts';
import { RINGS } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'notifies-of-the-first-of-a-burst-only',
  dialects: ['rooms'],
  kind: 'lost-delivery',
  says: 'Of messages that come within a tenth of a second, only the first is announced.',
  breaks: ['rooms.notifications.once-for-each-message'],
  sometimes: 'only for messages that follow one another quickly',
  outgoingFrame(_frame, { message, to, memory }) {
    if (!RINGS.includes(message)) return undefined;
    const now = performance.now();
    const last = memory.get(to);
    memory.set(to, now);
    return typeof last === 'number' && now - last < 100 ? null : undefined;
  },
};
export default fault;
