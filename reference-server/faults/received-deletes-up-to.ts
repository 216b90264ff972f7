import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'received-deletes-up-to',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'An acknowledgement deletes everything older in the same chat, for everybody.',
  breaks: [
    'dialogues.received.deletes-nothing-else',
    'dialogues.received.leaves-the-other-direction',
    'dialogues.fetch.holds-until-acknowledged',
    'dialogues.groups.received-leaves-the-others',
  ],
  sometimes: 'When older messages wait in the same chat.',
  storeWrite(change, { store }) {
    if (change.kind !== 'remove pending') return undefined;
    const sql = 'select * from pending where conversation = ? and message < ?';
    type Waiting = { person: number; conversation: number; message: number };
    for (const row of store.database.rows<Waiting>(sql, change.conversation, change.message))
      store.apply({ ...change, ...row });
    return undefined;
  },
};
export default fault;
