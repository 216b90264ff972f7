import type { Fault } from '../fault-kit/faults.ts';
import { withMessage } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'mark-with-empty-text',
  dialects: ['actions', 'receipts'],
  kind: 'text',
  says: 'The mark of a message carries an empty text.',
  breaks: ['*.status.marks-name-the-message'],
  outgoingFrame: (frame, { message }) =>
    message === 'delivered' || message === 'read' ? withMessage(frame, { text: '' }) : undefined,
};
export default fault;
