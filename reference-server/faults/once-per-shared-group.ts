import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'once-per-shared-group',
  dialects: ['dialogues'],
  kind: 'duplicate',
  says: 'A message to a group arrives once for each group that its sender and its hearer share.',
  breaks: ['dialogues.groups.exactly-once'],
  sometimes: 'When two people share several groups.',
  outgoingFrame(frame, { message, cause, to, store }) {
    if (message !== 'newMsgHeard' || cause.channel !== 'groupSendSocket') return undefined;
    const sql =
      "select c.id from conversations c join members a on a.conversation = c.id join members b on b.conversation = c.id where c.kind = 'group' and a.person = ? and b.person = ?";
    const shared = store.database.rows(sql, to.me.id, cause.by?.id ?? 0);
    return shared.map(() => frame);
  },
};
export default fault;
