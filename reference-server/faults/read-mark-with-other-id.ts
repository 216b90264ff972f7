import type { Fault } from '../fault-kit/faults.ts';
import { messageIn, withMessage } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'read-mark-with-other-id',
  dialects: ['actions', 'receipts'],
  kind: 'ids',
  says: 'The mark that a message was read carries the id of the message before.',
  breaks: ['*.status.marks-name-the-message'],
  outgoingFrame: (frame, { message }) =>
    message === 'read'
      ? withMessage(frame, { message_id: Number(messageIn(frame)['message_id']) - 1 })
      : undefined,
};
export default fault;
