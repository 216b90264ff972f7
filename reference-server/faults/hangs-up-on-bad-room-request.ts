import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'hangs-up-on-bad-room-request',
  dialects: ['receipts'],
  kind: 'connection',
  says: 'Asking for a room in a wrong way is not answered at all.',
  breaks: ['receipts.robustness.bad-room-request'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'getOrCreateRoom' && answer.status === 400 ? 'hang up' : undefined,
};
export default fault;
