import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'history-times-in-seconds',
  dialects: ['actions', 'receipts'],
  kind: 'time',
  says: 'The times in the history are numbers of seconds.',
  breaks: ['*.history.item-shape'],
  outgoingFrame: (frame, { message }) =>
    message === 'history'
      ? withItems(frame, (item) => ({
          ...item,
          created_at: Math.floor(Date.parse(String(item['created_at'])) / 1000),
        }))
      : undefined,
};
export default fault;
