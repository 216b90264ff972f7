import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-announced-with-old-text',
  dialects: ['actions', 'receipts'],
  kind: 'edit-delete',
  says: 'An edit is stored, but announced with the text from before.',
  breaks: [
    'receipts.edit.announced-to-the-room',
    'actions.edit.announced-to-the-author',
    'actions.edit.announced-to-every-socket',
  ],
  storeWrite(change, { store, memory }) {
    if (change.kind !== 'change message' || change.fields.text === undefined) return undefined;
    const [row] = store.database.rows<{ text: string }>('select text from messages where id = ?', change.id);
    memory.set(change.id, row?.text);
    return undefined;
  },
  outgoingFrame: (frame, { message, memory }) =>
    message === 'edited' ? { ...frame, text: memory.get(frame['message_id']) } : undefined,
};
export default fault;
