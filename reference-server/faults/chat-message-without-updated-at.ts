import type { Fault } from '../fault-kit/faults.ts';
import { withoutField } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'chat-message-without-updated-at',
  dialects: ['actions', 'receipts'],
  kind: 'schema',
  says: 'The frame of a message lacks its updated_at.',
  breaks: ['*.delivery.frame-shape'],
  outgoingFrame: (frame, { delivers }) => (delivers ? withoutField(frame, 'updated_at') : undefined),
};
export default fault;
