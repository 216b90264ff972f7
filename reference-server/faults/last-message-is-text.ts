import type { Fault } from '../fault-kit/faults.ts';
import { inLastMessages } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'last-message-is-text',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'The last message of a conversation is its bare text.',
  breaks: ['rooms.conversations.last-message-shape'],
  outgoingResponse: inLastMessages((last) => last['content']),
};
export default fault;
