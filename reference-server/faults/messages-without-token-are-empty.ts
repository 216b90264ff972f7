import type { Fault } from '../fault-kit/faults.ts';
import { tokenOf } from '../fault-kit/tokens.ts';

const fault: Fault = {
  name: 'messages-without-token-are-empty',
  dialects: ['rooms'],
  kind: 'authentication',
  says: "Asking for a room's messages without a token answers an empty list instead of a refusal.",
  breaks: ['rooms.auth.messages-without-token'],
  outgoingResponse: (answer, { operation, request }) =>
    operation === 'listMessages' && answer.status === 401 && tokenOf(request) === undefined
      ? { status: 200, body: { messages: [] } }
      : undefined,
};
export default fault;
