import type { Fault } from '../fault-kit/faults.ts';
import { withItems, withoutField } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'history-without-updated-at',
  dialects: ['actions', 'receipts'],
  kind: 'schema',
  says: 'The history does not say when a message was changed.',
  breaks: ['*.history.item-shape'],
  outgoingFrame: (frame, { message }) =>
    message === 'history' ? withItems(frame, (item) => withoutField(item, 'updated_at')) : undefined,
};
export default fault;
