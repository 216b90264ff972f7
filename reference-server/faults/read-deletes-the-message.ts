import type { Fault } from '../fault-kit/faults.ts';
import { instant } from '../times.ts';

const fault: Fault = {
  name: 'read-deletes-the-message',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'Reading a message deletes it.',
  breaks: ['dialogues.read.deletes-nothing', 'dialogues.groups.read-deletes-nothing'],
  incomingFrame(frame, { store }) {
    if (!String(frame['command']).endsWith('msg_read')) return undefined;
    const time = instant(String(frame['message'])) ?? 0;
    const sql =
      'select m.id from messages m join people p on p.id = m.sender where m.sentAt = ? and p.phone = ?';
    for (const { id } of store.database.rows<{ id: number }>(sql, time, String(frame['msg_to'])))
      store.apply({ kind: 'remove message', id });
    return undefined;
  },
};
export default fault;
