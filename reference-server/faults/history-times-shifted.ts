import { hoursLater, inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { shifted, withItems } from '../fault-kit/kit.ts';

const fault: Fault = {
  name: 'history-times-shifted',
  dialects: ['actions', 'receipts', 'threads'],
  kind: 'time',
  says: 'In the history the times of a message are those of another zone.',
  breaks: ['*.history.created-at-agrees-with-the-frames', 'threads.agreement.time'],
  outgoingFrame: (frame, { message }) =>
    message === 'history'
      ? withItems(frame, (item) => ({ ...item, created_at: shifted(item['created_at'], 60) }))
      : undefined,
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item) => ({
    ...item,
    created: hoursLater(item['created'], 1),
  })),
};
export default fault;
