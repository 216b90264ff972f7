import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';
import { withoutZone } from '../fault-kit/times.ts';

const fault: Fault = {
  name: 'history-times-without-zone',
  dialects: ['actions', 'receipts'],
  kind: 'time',
  says: 'The times in the history have no zone.',
  breaks: ['*.history.item-values'],
  outgoingFrame: (frame, { message }) =>
    message === 'history'
      ? withItems(frame, (item) => ({ ...item, created_at: withoutZone(item['created_at']) }))
      : undefined,
};
export default fault;
