import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'received-deletes-both-directions',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'An acknowledgement deletes what waits for the other person in the same chat, too.',
  breaks: ['dialogues.received.leaves-the-other-direction'],
  storeWrite(change, { store }) {
    if (change.kind !== 'remove pending') return undefined;
    const sql =
      "select p.* from pending p join conversations c on c.id = p.conversation where c.id = ? and p.person <> ? and c.kind = 'pair'";
    type Waiting = { person: number; conversation: number; message: number };
    for (const row of store.database.rows<Waiting>(sql, change.conversation, change.person))
      store.apply({ ...change, ...row });
    return undefined;
  },
};
export default fault;
