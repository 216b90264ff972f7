import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'crashes-on-bad-room-request',
  dialects: ['receipts'],
  kind: 'robustness',
  says: 'Asking for a room in a wrong way is answered with an internal server error.',
  breaks: ['receipts.robustness.bad-room-request'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'getOrCreateRoom' && answer.status === 400
      ? { status: 500, body: 'Internal Server Error' }
      : undefined,
};
export default fault;
