import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';
import { inConversations } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'conversation-without-name',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'The conversations in the list have no name.',
  breaks: ['rooms.conversations.answer-shape'],
  outgoingResponse: inConversations((one) => without(one, 'name')),
};
export default fault;
