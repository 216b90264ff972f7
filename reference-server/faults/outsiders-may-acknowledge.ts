import type { Fault } from '../faults.ts';
import { instant } from '../times.ts';

const fault: Fault = {
  name: 'outsiders-may-acknowledge',
  dialects: ['dialogues'],
  kind: 'authorisation',
  says: 'Whoever knows when a message was sent can acknowledge it.',
  breaks: [
    'dialogues.received.by-an-outsider',
    'dialogues.received.by-the-author',
    'dialogues.groups.received-by-an-outsider',
  ],
  incomingFrame(frame, { store }) {
    if (!String(frame['command']).endsWith('msg_received')) return undefined;
    const time = instant(String(frame['message'])) ?? 0;
    const sql = 'select id from messages where sentAt = ?';
    for (const { id } of store.database.rows<{ id: number }>(sql, time))
      store.apply({ kind: 'remove message', id });
    return undefined;
  },
};
export default fault;
