import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'create-room-answers-201',
  dialects: ['receipts'],
  kind: 'status-code',
  says: 'Asking for a room is answered with 201.',
  breaks: ['receipts.rooms.create-answers-200'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'getOrCreateRoom' && answer.status === 200 ? { ...answer, status: 201 } : undefined,
};
export default fault;
