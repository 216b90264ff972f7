import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'crashes-on-unknown-people',
  dialects: ['receipts'],
  kind: 'robustness',
  says: 'Asking for a room with somebody who does not exist is answered with an internal server error.',
  breaks: ['receipts.robustness.bad-room-request'],
  sometimes: 'only for ids that nobody has',
  outgoingResponse: (answer, { operation }) =>
    operation === 'getOrCreateRoom' && answer.status === 404
      ? { status: 500, body: 'Internal Server Error' }
      : undefined,
};
export default fault;
