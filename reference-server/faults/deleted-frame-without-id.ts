import type { Fault } from '../fault-kit/faults.ts';
import { withoutField } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'deleted-frame-without-id',
  dialects: ['actions', 'receipts'],
  kind: 'schema',
  says: 'The frame that announces a deletion does not say of what.',
  breaks: ['*.delete.frame-shape'],
  outgoingFrame: (frame, { message }) =>
    message === 'deleted' ? withoutField(frame, 'message_id') : undefined,
};
export default fault;
