import type { Fault } from '../fault-kit/faults.ts';
import { isMessage } from '../fault-kit/rows.ts';

import type { NewMessage } from '../store/changes.ts';

const fault: Fault = {
  name: 'edit-revives-deleted',
  dialects: ['actions', 'receipts'],
  kind: 'edit-delete',
  says: 'Editing a deleted message brings it back.',
  breaks: ['*.delete.cannot-be-edited-afterwards'],
  sometimes: 'only for a message that has been deleted before',
  storeWrite(change, { store, memory }) {
    if (change.kind !== 'remove message') return undefined;
    const [message] = store.database.rows<NewMessage>('select * from messages where id = ?', change.id);
    memory.set(change.id, message);
    return undefined;
  },
  incomingFrame(frame, { store, memory }) {
    const message = memory.get(frame['message_id']);
    if (frame['action'] !== 'edit' || !isMessage(message)) return undefined;
    store.apply({ kind: 'add message', message });
    memory.delete(message.id);
    return undefined;
  },
  outgoingResponse(answer, { operation, request, store, memory }) {
    const message = memory.get(Number(request.parameters['message_id']));
    if (operation !== 'editMessage' || answer.status !== 404 || !isMessage(message)) return undefined;
    store.apply({ kind: 'add message', message });
    memory.delete(message.id);
    return { status: 200, body: { status: 'success', message: 'Message updated successfully' } };
  },
};
export default fault;
