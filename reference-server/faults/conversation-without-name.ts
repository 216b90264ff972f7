import { without } from '../alter.ts';
import { inConversations } from '../fault-rooms.ts';
import type { Fault } from '../faults.ts';

const fault: Fault = {
  name: 'conversation-without-name',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'The conversations in the list have no name.',
  breaks: ['rooms.conversations.answer-shape'],
  outgoingResponse: inConversations((one) => without(one, 'name')),
};
export default fault;
