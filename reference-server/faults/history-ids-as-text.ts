import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'history-ids-as-text',
  dialects: ['actions', 'receipts'],
  kind: 'schema',
  says: 'The ids in the history are texts instead of numbers.',
  breaks: ['*.history.item-shape'],
  outgoingFrame: (frame, { message }) =>
    message === 'history'
      ? withItems(frame, (item) => ({ ...item, message_id: String(item['message_id']) }))
      : undefined,
};
export default fault;
