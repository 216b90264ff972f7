import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'asker-must-be-named-first',
  dialects: ['receipts'],
  kind: 'authorisation',
  says: 'Who asks for a room of two is refused when the other person is named first.',
  breaks: ['receipts.rooms.order-of-pair-does-not-matter'],
  outgoingResponse(_answer, { operation, request, cause }) {
    if (operation !== 'getOrCreateRoom' || Number(request.parameters['user_id_1']) === cause.by?.id)
      return undefined;
    return { status: 403, body: { detail: 'The first person has to be you.' } };
  },
};
export default fault;
