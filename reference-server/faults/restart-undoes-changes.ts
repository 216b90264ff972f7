import type { Fault } from '../fault-kit/faults.ts';
import type { Change, Message } from '../store/changes.ts';
import type { Store } from '../store/store.ts';

const run = `undo ${Date.now()}`;

/** What brings back what the change takes away. */
function inverse({ database }: Store, change: Change): Change[] {
  const before = (id: number): Message | undefined =>
    database.rows<Message>('select * from messages where id = ?', id)[0];
  switch (change.kind) {
    case 'change message': {
      const message = before(change.id);
      return message === undefined || change.fields.text === undefined
        ? []
        : [{ kind: 'change message', id: change.id, fields: { text: message.text } }];
    }
    case 'remove message': {
      const message = before(change.id);
      if (message === undefined) return [];
      const { conversation } = message;
      const people = database.rows<{ person: number }>(
        'select person from pending where message = ?',
        change.id,
      );
      const waits = people.map(
        ({ person }): Change => ({ kind: 'add pending', person, conversation, message: change.id }),
      );
      return [{ kind: 'add message', message }, ...waits];
    }
    case 'remove pending':
      return [{ ...change, kind: 'add pending' }];
    default:
      return [];
  }
}

/** Once in each process: what earlier ones have changed is undone, the latest first. */
function undo(store: Store): void {
  const sql = "select name, value from settings where name like 'undo %' order by name desc";
  for (const { name, value } of store.database.rows<{ name: string; value: string }>(sql)) {
    if (name.startsWith(run)) continue;
    const changes: Change[] = JSON.parse(value);
    for (const change of changes) store.apply(change);
    store.database.run('delete from settings where name = ?', name);
  }
}

const fault: Fault = {
  name: 'restart-undoes-changes',
  dialects: ['actions', 'dialogues', 'rooms'],
  kind: 'persistence',
  says: 'After a restart edits are undone, and what was deleted, acknowledged or read is back.',
  breaks: [
    'actions.durability.edits-and-deletions-survive-restart',
    'dialogues.durability.acknowledged-stays-deleted',
    'dialogues.durability.pending-survives-restart',
    'rooms.durability.unread-survives-restart',
  ],
  sometimes: 'when the server is started again',
  storeWrite(change, { store, memory }) {
    const count = memory.size + 1;
    if (!memory.has('undone')) undo(store);
    memory.set('undone', true);
    const changes = inverse(store, change);
    if (changes.length === 0) return undefined;
    const name = `${run} ${String(count).padStart(8, '0')}`;
    memory.set(name, true);
    store.database.run('insert or replace into settings values (?, ?)', name, JSON.stringify(changes));
    return undefined;
  },
  storeRead(_query, _rows, { store, memory }) {
    if (!memory.has('undone')) undo(store);
    memory.set('undone', true);
    return undefined;
  },
};
export default fault;
