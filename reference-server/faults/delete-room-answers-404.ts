import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'delete-room-answers-404',
  dialects: ['actions'],
  kind: 'status-code',
  says: 'A room is deleted, and the answer says that there is none.',
  breaks: ['actions.rooms.delete-answers-with-success'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'deleteRoom' && answer.status === 204
      ? { status: 404, body: { detail: 'Gone.' } }
      : undefined,
};
export default fault;
