import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'lists-refuse-everybody',
  dialects: ['rooms'],
  kind: 'authentication',
  says: 'Both lists are refused, whatever the token.',
  breaks: ['rooms.auth.lists-with-token'],
  outgoingResponse: (_answer, { operation }) =>
    operation.startsWith('list') ? { status: 403, body: { detail: 'Not allowed.' } } : undefined,
};
export default fault;
