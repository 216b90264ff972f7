import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'crashes-on-bad-edit',
  dialects: ['receipts'],
  kind: 'robustness',
  says: 'An edit in a wrong form is answered with an internal server error.',
  breaks: ['receipts.robustness.bad-edit-request'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'editMessage' && answer.status === 400
      ? { status: 500, body: 'Internal Server Error' }
      : undefined,
};
export default fault;
