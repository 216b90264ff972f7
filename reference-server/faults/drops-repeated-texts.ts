import type { Fault } from '../fault-kit/faults.ts';
import { messageIn, textsIn } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'drops-repeated-texts',
  dialects: 'all',
  kind: 'lost-delivery',
  says: 'A message with the same text as the one before it is taken for a copy, and does not reach the other person.',
  breaks: [
    'receipts.delivery.reaches-the-other-member',
    'actions.delivery.reaches-the-other-member',
    'threads.delivery.reaches-receiver',
    'dialogues.delivery.reaches-the-receiver',
    'rooms.delivery.reaches-the-other',
  ],
  sometimes: 'only where a text is repeated',
  outgoingFrame(frame, { delivers, to, cause, memory }) {
    if (!delivers || to.me.id === cause.by?.id) return undefined;
    const said = [cause.by?.id, ...textsIn(messageIn(frame))].join('\n');
    const isCopy = memory.get(to) === said;
    memory.set(to, said);
    return isCopy ? null : undefined;
  },
};
export default fault;
