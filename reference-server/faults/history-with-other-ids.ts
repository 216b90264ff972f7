import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'history-with-other-ids',
  dialects: ['actions', 'receipts', 'threads'],
  kind: 'ids',
  says: 'In the history a message has another id than in its frame.',
  breaks: [
    '*.history.agrees-with-the-frames',
    'threads.agreement.id',
    'threads.upload.is-stored-as-answered',
  ],
  outgoingFrame: (frame, { message }) =>
    message === 'history'
      ? withItems(frame, (item) => ({ ...item, message_id: Number(item['message_id']) + 1_000_000 }))
      : undefined,
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item) => ({
    ...item,
    id: Number(item['id']) + 1_000_000,
  })),
};
export default fault;
