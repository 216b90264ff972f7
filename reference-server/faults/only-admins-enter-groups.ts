import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'only-admins-enter-groups',
  dialects: ['dialogues'],
  kind: 'membership',
  says: 'Only admins open a send socket to their group.',
  breaks: ['dialogues.sockets.group-socket-opens'],
  decide(question, isMember, { person, about, store, cause }) {
    if (question !== 'member' || !isMember || cause.input !== undefined) return undefined;
    const sql = 'select admin from members where conversation = ? and person = ?';
    const [row] = store.database.rows<{ admin: number }>(sql, Number(fieldOf(about, 'id')), person?.id ?? 0);
    return row?.admin === 1;
  },
};
export default fault;
