import type { Fault } from '../fault-kit/faults.ts';
import { withItems, without } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'history-without-attachments',
  dialects: ['actions'],
  kind: 'schema',
  says: 'The history does not show the field for files.',
  breaks: ['actions.history.item-has-attachments', 'actions.file.no-file-no-attachments'],
  outgoingFrame: (frame, { message }) =>
    message === 'history' ? withItems(frame, (item) => without(item, 'attachments')) : undefined,
};
export default fault;
