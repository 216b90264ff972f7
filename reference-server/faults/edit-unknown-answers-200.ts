import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-unknown-answers-200',
  dialects: ['receipts'],
  kind: 'status-code',
  says: 'Editing a message that does not exist is answered as if it had worked.',
  breaks: ['receipts.edit.unknown-message'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'editMessage' && answer.status === 404
      ? { status: 200, body: { status: 'success', message: 'Message updated successfully' } }
      : undefined,
};
export default fault;
