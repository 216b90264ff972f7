import { inLastMessages } from '../fault-rooms.ts';
import type { Fault } from '../faults.ts';

const fault: Fault = {
  name: 'last-message-is-text',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'The last message of a conversation is its bare text.',
  breaks: ['rooms.conversations.last-message-shape'],
  outgoingResponse: inLastMessages((last) => last['content']),
};
export default fault;
