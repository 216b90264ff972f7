import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-swaps-people',
  dialects: ['threads'],
  kind: 'identity',
  says: 'In the list of messages the sender and the receiver are swapped.',
  breaks: ['threads.history.names-author-and-receiver'],
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item) => ({
    ...item,
    sender: item['receiver'],
    receiver: item['sender'],
  })),
};
export default fault;
