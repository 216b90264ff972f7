import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';
import { later } from '../fault-kit/times.ts';

const fault: Fault = {
  name: 'history-times-shifted',
  dialects: ['actions', 'receipts', 'threads'],
  kind: 'time',
  says: 'In the history the times of a message are those of another zone.',
  breaks: ['*.history.created-at-agrees-with-the-frames', 'threads.agreement.time'],
  outgoingFrame: (frame, { message }) =>
    message === 'history'
      ? withItems(frame, (item) => ({ ...item, created_at: later(item['created_at'], 60) }))
      : undefined,
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item) => ({
    ...item,
    created: later(item['created'], 60),
  })),
};
export default fault;
