import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'two-messages-share-an-id',
  dialects: ['threads'],
  kind: 'ids',
  says: 'Messages that follow each other share an id.',
  breaks: ['threads.history.each-message-once'],
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item) => ({
    ...item,
    id: Math.floor(Number(item['id']) / 4) * 4,
  })),
};
export default fault;
