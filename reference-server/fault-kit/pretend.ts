import type { Change } from '../store/changes.ts';
import type { Store } from '../store/store.ts';

/** What the server believes of a change that a fault dropped: an addition uses up its id, which this gives. */
export function pretend(store: Store, change: Change): number {
  const added = additionOf(change);
  if (added === undefined) return 0;
  return store.transaction(() => {
    const id = store.apply(unattached(change));
    store.database.run(`delete from ${added.table} where id = ?`, id);
    added.row.id = id;
    return id;
  });
}

function additionOf(change: Change): { table: string; row: { id?: number } } | undefined {
  switch (change.kind) {
    case 'add message':
      return { table: 'messages', row: change.message };
    case 'add conversation':
      return { table: 'conversations', row: change.conversation };
    case 'add upload':
      return { table: 'uploads', row: change.upload };
    default:
      return undefined;
  }
}

// The message of a dropped upload may have been dropped before it.
function unattached(change: Change): Change {
  return change.kind === 'add upload' ? { ...change, upload: { ...change.upload, message: null } } : change;
}
