import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-unknown-answers-500',
  dialects: ['receipts'],
  kind: 'robustness',
  says: 'Editing a message that does not exist is answered with an internal server error.',
  breaks: ['receipts.edit.unknown-message'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'editMessage' && answer.status === 404
      ? { status: 500, body: 'Internal Server Error' }
      : undefined,
};
export default fault;
