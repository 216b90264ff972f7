import { wasEver } from '../fault-kit/actions.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'delete-of-unknown-takes-the-last',
  dialects: ['actions'],
  kind: 'edit-delete',
  says: 'Deleting a message that never was takes the newest one of the same person.',
  breaks: ['actions.delete.unknown-message'],
  sometimes: 'only for an id that was never given',
  incomingFrame(frame, { from, ...context }) {
    if (frame['action'] !== 'delete' || wasEver(Number(frame['message_id']), context)) return undefined;
    const sql = 'select max(id) as id from messages where conversation = ? and sender = ?';
    const [last] = context.store.database.rows<{ id: number }>(sql, from.conversation.id, from.me.id);
    return { ...frame, message_id: last?.id };
  },
};
export default fault;
