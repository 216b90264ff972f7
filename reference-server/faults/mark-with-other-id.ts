import type { Fault } from '../fault-kit/faults.ts';
import { messageIn, withMessage } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'mark-with-other-id',
  dialects: ['actions', 'receipts'],
  kind: 'ids',
  says: 'The mark of a message carries the id of the message before.',
  breaks: ['*.status.marks-name-the-message'],
  outgoingFrame: (frame, { message }) =>
    message === 'delivered' || message === 'read'
      ? withMessage(frame, { message_id: Number(messageIn(frame)['message_id']) - 1 })
      : undefined,
};
export default fault;
