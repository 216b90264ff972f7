import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'delete-answers-200',
  dialects: ['receipts'],
  kind: 'status-code',
  says: 'A deletion is answered with 200 and a body.',
  breaks: ['receipts.delete.answers-204'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'deleteMessage' && answer.status === 204
      ? { status: 200, body: { status: 'success' } }
      : undefined,
};
export default fault;
