import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'history-shows-readers-email',
  dialects: ['receipts'],
  kind: 'identity',
  says: 'In the history everything seems to be written by the one who reads it.',
  breaks: ['receipts.history.names-its-author'],
  outgoingFrame: (frame, { message, to }) =>
    message === 'history' ? withItems(frame, (item) => ({ ...item, sender_email: to.me.email })) : undefined,
};
export default fault;
