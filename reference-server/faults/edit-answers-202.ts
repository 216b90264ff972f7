import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-answers-202',
  dialects: ['receipts'],
  kind: 'status-code',
  says: 'An edit is answered with 202.',
  breaks: ['receipts.edit.answers-200'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'editMessage' && answer.status === 200 ? { ...answer, status: 202 } : undefined,
};
export default fault;
