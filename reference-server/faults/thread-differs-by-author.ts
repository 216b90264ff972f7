import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'thread-differs-by-author',
  dialects: ['threads'],
  kind: 'ids',
  says: 'The messages of two people belong to two threads, one for each author.',
  breaks: ['threads.agreement.thread'],
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item, { cause }) => {
    const isMine = isFrame(item['sender']) && item['sender']['id'] === cause.by?.uuid;
    return isMine ? item : { ...item, thread: Number(item['thread']) + 1_000_000 };
  }),
};
export default fault;
