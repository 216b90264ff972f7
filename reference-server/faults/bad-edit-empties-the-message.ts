import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'bad-edit-empties-the-message',
  dialects: ['receipts'],
  kind: 'edit-delete',
  says: 'An edit in a wrong form is refused, and the message is empty afterwards.',
  breaks: ['receipts.robustness.bad-edit-request'],
  sometimes: 'only after an edit without a text',
  outgoingResponse(answer, { operation, request, store }) {
    const id = Number(request.parameters['message_id']);
    if (operation === 'editMessage' && answer.status === 400 && Number.isSafeInteger(id))
      store.apply({ kind: 'change message', id, fields: { text: '' } });
    return undefined;
  },
};
export default fault;
