import type { Fault } from '../fault-kit/faults.ts';
import { inLastMessages } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'last-message-swaps-people',
  dialects: ['rooms'],
  kind: 'identity',
  says: 'The last message of a conversation has its author and its receiver swapped.',
  breaks: ['rooms.conversations.last-message-agrees-with-history'],
  outgoingResponse: inLastMessages((last) => ({
    ...last,
    from_user: last['to_user'],
    to_user: last['from_user'],
  })),
};
export default fault;
