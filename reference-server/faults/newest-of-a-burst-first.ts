import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'newest-of-a-burst-first',
  dialects: 'all',
  kind: 'reorder',
  says: 'Messages that are sent in one go arrive in the opposite order.',
  breaks: ['*.delivery.in-the-order-sent'],
  sometimes: 'only when messages follow each other closely',
  outgoingFrame(frame, { delivers, to, memory, later, send }) {
    if (!delivers) return undefined;
    const known = memory.get(to);
    const burst: unknown[] = Array.isArray(known) ? known : [];
    if (burst.length === 0)
      later(15, () => {
        memory.delete(to);
        for (const one of burst.reverse()) send(one);
      });
    burst.push(frame);
    memory.set(to, burst);
    return null;
  },
};
export default fault;
