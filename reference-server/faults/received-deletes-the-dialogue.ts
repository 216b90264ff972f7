import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'received-deletes-the-dialogue',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'An acknowledgement deletes everything that waits for the same person in the same chat.',
  breaks: ['dialogues.received.deletes-nothing-else', 'dialogues.groups.received-leaves-the-others'],
  storeWrite(change, { store }) {
    if (change.kind !== 'remove pending') return undefined;
    const sql = 'select * from pending where conversation = ? and person = ?';
    type Waiting = { person: number; conversation: number; message: number };
    for (const row of store.database.rows<Waiting>(sql, change.conversation, change.person))
      store.apply({ ...change, ...row });
    return undefined;
  },
};
export default fault;
