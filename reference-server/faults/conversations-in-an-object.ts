import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'conversations-in-an-object',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'The list of conversations comes inside an object.',
  breaks: ['rooms.conversations.answer-shape'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'listConversations' && answer.status === 200
      ? { ...answer, body: { conversations: answer.body } }
      : undefined,
};
export default fault;
