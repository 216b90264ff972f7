import type { Fault } from '../fault-kit/faults.ts';
import { inLastMessages } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'last-message-with-other-id',
  dialects: ['rooms'],
  kind: 'ids',
  says: 'The last message of a conversation has another id than among the messages.',
  breaks: ['rooms.conversations.last-message-agrees-with-history'],
  outgoingResponse: inLastMessages((last) => ({ ...last, id: Number(last['id']) + 1 })),
};
export default fault;
