import type { Fault } from '../fault-kit/faults.ts';
import { instant } from '../times.ts';

const fault: Fault = {
  name: 'read-needs-a-stored-message',
  dialects: ['dialogues'],
  kind: 'status-flow',
  says: 'That a message was read is passed on only while the message is still stored.',
  breaks: ['dialogues.read.after-received'],
  sometimes: 'When the message was acknowledged before.',
  outgoingFrame(frame, { message, store }) {
    if (message !== 'msgReadHeard') return undefined;
    const time = instant(String(frame['message'])) ?? 0;
    const sql =
      'select m.id from messages m join people p on p.id = m.sender where m.sentAt = ? and p.phone = ?';
    return store.database.rows(sql, time, String(frame['msg_to'])).length > 0 ? undefined : null;
  },
};
export default fault;
