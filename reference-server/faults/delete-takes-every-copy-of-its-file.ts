import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'delete-takes-every-copy-of-its-file',
  dialects: ['actions'],
  kind: 'media',
  says: 'A deletion empties the same file in other messages.',
  breaks: ['actions.delete.leaves-the-others'],
  sometimes: 'only when two messages have files with the same bytes',
  storeWrite(change, { store }) {
    if (change.kind !== 'remove message') return undefined;
    const sql =
      "update uploads set bytes = x'' where bytes in (select bytes from uploads where message = ?) and message <> ?";
    store.database.run(sql, change.id, change.id);
    return undefined;
  },
};
export default fault;
