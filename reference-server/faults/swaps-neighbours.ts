import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'swaps-neighbours',
  dialects: 'all',
  kind: 'reorder',
  says: 'Two messages that follow each other closely arrive the other way round.',
  breaks: ['*.delivery.in-the-order-sent', 'dialogues.groups.in-the-order-sent'],
  sometimes: 'only when two messages follow each other within a fiftieth of a second',
  outgoingFrame(frame, { delivers, to, memory, later, send }) {
    if (!delivers) return undefined;
    if (memory.delete(to)) return undefined;
    memory.set(to, frame);
    later(20, () => {
      memory.delete(to);
      send(frame);
    });
    return null;
  },
};
export default fault;
