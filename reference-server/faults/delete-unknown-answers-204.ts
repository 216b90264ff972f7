import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'delete-unknown-answers-204',
  dialects: ['receipts'],
  kind: 'status-code',
  says: 'Deleting a message that does not exist is answered as if it had worked.',
  breaks: ['receipts.delete.unknown-message'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'deleteMessage' && answer.status === 404 ? { status: 204 } : undefined,
};
export default fault;
