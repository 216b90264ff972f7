import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'history-in-order-of-texts',
  dialects: ['actions'],
  kind: 'reorder',
  says: 'The history is sorted by what was said.',
  breaks: ['actions.delivery.in-the-order-sent', 'actions.history.oldest-first'],
  outgoingFrame: (frame, { message }) =>
    message === 'history' && Array.isArray(frame)
      ? frame.toSorted((a, b) => String(fieldOf(a, 'text')).localeCompare(String(fieldOf(b, 'text'))))
      : undefined,
};
export default fault;
