import type { Fault } from '../fault-kit/faults.ts';
import { withItems, withoutField } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'history-with-sender-id-only',
  dialects: ['receipts'],
  kind: 'schema',
  says: 'The history names authors by a number instead of their address.',
  breaks: ['receipts.history.item-has-sender-email'],
  outgoingFrame: (frame, { message }) =>
    message === 'history'
      ? withItems(frame, (item) => ({ ...withoutField(item, 'sender_email'), sender_id: 1 }))
      : undefined,
};
export default fault;
