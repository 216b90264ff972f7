import type { Fault } from '../fault-kit/faults.ts';
import { instant } from '../times.ts';

const fault: Fault = {
  name: 'read-ends-pending',
  dialects: ['dialogues'],
  kind: 'group-pending',
  says: 'Who has read a message to a group is taken to have stored it, too.',
  breaks: ['dialogues.groups.read-deletes-nothing'],
  incomingFrame(frame, { from, store }) {
    if (frame['command'] !== 'grp_msg_read') return undefined;
    const time = instant(String(frame['message'])) ?? 0;
    const sql = 'select conversation, id as message from messages where sentAt = ?';
    for (const row of store.database.rows<{ conversation: number; message: number }>(sql, time))
      store.apply({ kind: 'remove pending', person: from.me.id, ...row });
    return undefined;
  },
};
export default fault;
