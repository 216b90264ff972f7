import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'drops-every-fifth-message',
  dialects: ['dialogues'],
  kind: 'lost-delivery',
  says: 'Every fifth message on a socket is kept from it.',
  breaks: ['dialogues.delivery.reaches-the-receiver', 'dialogues.groups.reaches-every-participant'],
  sometimes: 'The fifth, tenth, fifteenth … message on one socket.',
  outgoingFrame(_frame, { delivers, to, memory }) {
    if (!delivers) return undefined;
    const count = Number(memory.get(to) ?? 0) + 1;
    memory.set(to, count);
    return count % 5 === 0 ? null : undefined;
  },
};
export default fault;
