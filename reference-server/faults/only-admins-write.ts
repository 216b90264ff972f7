import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'only-admins-write',
  dialects: ['dialogues'],
  kind: 'group-pending',
  says: 'What a participant who is no admin writes to a group is ignored.',
  breaks: ['dialogues.groups.everybody-may-write'],
  incomingFrame(frame, { from, store }) {
    if (frame['command'] !== 'new_grp_msg') return undefined;
    const sql =
      'select m.admin from members m join conversations c on c.id = m.conversation where c.key = ? and m.person = ?';
    const [row] = store.database.rows<{ admin: number }>(sql, String(frame['msg_to']), from.me.id);
    return row?.admin === 1 ? undefined : null;
  },
};
export default fault;
