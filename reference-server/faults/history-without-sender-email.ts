import type { Fault } from '../fault-kit/faults.ts';
import { withItems, withoutField } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'history-without-sender-email',
  dialects: ['receipts'],
  kind: 'schema',
  says: 'The history does not say who wrote a message.',
  breaks: ['receipts.history.item-has-sender-email'],
  outgoingFrame: (frame, { message }) =>
    message === 'history' ? withItems(frame, (item) => withoutField(item, 'sender_email')) : undefined,
};
export default fault;
