import type { Fault } from '../fault-kit/faults.ts';
import { withoutField } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'mark-without-sender',
  dialects: ['actions', 'receipts'],
  kind: 'schema',
  says: 'The marks of a message lack its author.',
  breaks: ['*.status.delivered-frame-shape', '*.status.read-frame-shape'],
  outgoingFrame: (frame, { message }) =>
    message === 'delivered' || message === 'read' ? withoutField(frame, 'sender_id') : undefined,
};
export default fault;
