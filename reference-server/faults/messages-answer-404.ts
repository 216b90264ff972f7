import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'messages-answer-404',
  dialects: ['rooms'],
  kind: 'status-code',
  says: "A room's messages are never found.",
  breaks: ['rooms.auth.lists-with-token'],
  outgoingResponse: (_answer, { operation }) =>
    operation === 'listMessages' ? { status: 404, body: { detail: 'Not found.' } } : undefined,
};
export default fault;
