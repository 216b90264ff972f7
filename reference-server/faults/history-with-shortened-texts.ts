import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'history-with-shortened-texts',
  dialects: ['actions', 'receipts'],
  kind: 'text',
  says: 'The history shows the beginning of each text.',
  breaks: ['*.history.agrees-with-the-frames'],
  outgoingFrame: (frame, { message }) =>
    message === 'history'
      ? withItems(frame, (item) => ({ ...item, text: String(item['text']).slice(0, 5) }))
      : undefined,
};
export default fault;
