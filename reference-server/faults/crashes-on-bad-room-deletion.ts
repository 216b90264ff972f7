import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'crashes-on-bad-room-deletion',
  dialects: ['actions'],
  kind: 'robustness',
  says: 'Deleting a room with an odd id ends in an error of the server.',
  breaks: ['actions.robustness.bad-delete-request'],
  sometimes: 'only for an id that is no number',
  outgoingResponse: (_answer, { operation, request }) =>
    operation === 'deleteRoom' && !/^\d{1,15}$/.test(String(request.parameters['room_id']))
      ? { status: 500, body: { detail: 'Error.' } }
      : undefined,
};
export default fault;
