import type { Fault } from '../fault-kit/faults.ts';
import { instant } from '../times.ts';

const fault: Fault = {
  name: 'author-may-acknowledge',
  dialects: ['dialogues'],
  kind: 'authorisation',
  says: 'The author of a message can acknowledge it, and so delete it.',
  breaks: ['dialogues.received.by-the-author'],
  incomingFrame(frame, { from, store }) {
    if (frame['command'] !== 'msg_received') return undefined;
    const time = instant(String(frame['message'])) ?? 0;
    const sql = 'select id from messages where sender = ? and sentAt = ?';
    for (const { id } of store.database.rows<{ id: number }>(sql, from.me.id, time))
      store.apply({ kind: 'remove message', id });
    return undefined;
  },
};
export default fault;
