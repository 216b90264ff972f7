import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'msg-sent-once-per-participant',
  dialects: ['dialogues'],
  kind: 'duplicate',
  says: 'A message to a group is confirmed once for every other participant.',
  breaks: ['dialogues.groups.msg-sent-only-the-sender'],
  sometimes: 'In groups of three and more.',
  outgoingFrame(frame, { message, cause, store }) {
    if (message !== 'msgSentInGroup') return undefined;
    const sql = 'select person from members where conversation = ? and person <> ?';
    const others = store.database.rows(sql, cause.connection?.conversation.id ?? 0, cause.by?.id ?? 0);
    return others.map(() => frame);
  },
};
export default fault;
