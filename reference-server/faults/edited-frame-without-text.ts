import type { Fault } from '../fault-kit/faults.ts';
import { withoutField } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'edited-frame-without-text',
  dialects: ['actions', 'receipts'],
  kind: 'schema',
  says: 'The frame that announces an edit does not say what the text is now.',
  breaks: ['*.edit.frame-shape'],
  outgoingFrame: (frame, { message }) => (message === 'edited' ? withoutField(frame, 'text') : undefined),
};
export default fault;
