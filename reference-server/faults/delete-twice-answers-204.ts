import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'delete-twice-answers-204',
  dialects: ['receipts'],
  kind: 'status-code',
  says: 'Deleting a message a second time is answered as if it had worked.',
  breaks: ['receipts.delete.only-once'],
  sometimes: 'only for a message that has been deleted before',
  outgoingResponse(answer, { operation, request, memory }) {
    const id = Number(request.parameters['message_id']);
    if (operation !== 'deleteMessage') return undefined;
    if (answer.status === 204) memory.set(id, true);
    return answer.status === 404 && memory.has(id) ? { status: 204 } : undefined;
  },
};
export default fault;
