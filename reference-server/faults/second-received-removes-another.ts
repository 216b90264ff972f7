import type { Fault } from '../fault-kit/faults.ts';
import { instant } from '../times.ts';

const fault: Fault = {
  name: 'second-received-removes-another',
  dialects: ['dialogues'],
  kind: 'group-pending',
  says: 'Acknowledging a message to a group again removes the next person from its pending list.',
  breaks: ['dialogues.groups.received-twice', 'dialogues.groups.received-by-an-outsider'],
  sometimes: 'When somebody acknowledges twice.',
  incomingFrame(frame, { from, store, memory }) {
    if (frame['command'] !== 'grp_msg_received') return undefined;
    const key = `${from.me.id} ${String(frame['message'])}`;
    const sql = 'select p.* from pending p join messages m on m.id = p.message where m.sentAt = ?';
    type Waiting = { person: number; conversation: number; message: number };
    const [next] = store.database.rows<Waiting>(sql, instant(String(frame['message'])) ?? 0);
    if (memory.has(key) && next !== undefined) store.apply({ kind: 'remove pending', ...next });
    memory.set(key, true);
    return undefined;
  },
};
export default fault;
