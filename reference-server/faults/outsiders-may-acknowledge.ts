import type { Fault } from '../fault-kit/faults.ts';
import { instant } from '../times.ts';

const fault: Fault = {
  name: 'outsiders-may-acknowledge',
  dialects: ['dialogues'],
  kind: 'authorisation',
  says: 'Whoever knows when a message was sent can acknowledge it.',
  breaks: ['dialogues.received.by-an-outsider', 'dialogues.groups.received-by-an-outsider'],
  incomingFrame(frame, { from, store }) {
    if (!String(frame['command']).endsWith('msg_received')) return undefined;
    const time = instant(String(frame['message'])) ?? 0;
    const sql =
      'select id from messages m where sentAt = ? and not exists (select 1 from members where conversation = m.conversation and person = ?)';
    const author = "and sender = (select id from people where dialect = 'dialogues' and phone = ?)";
    type Found = { id: number };
    for (const { id } of store.database.rows<Found>(
      `${sql} ${author}`,
      time,
      from.me.id,
      String(frame['msg_to']),
    ))
      store.apply({ kind: 'remove message', id });
    return undefined;
  },
};
export default fault;
