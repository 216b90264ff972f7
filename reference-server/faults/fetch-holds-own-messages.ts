import type { Fault, Row } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'fetch-holds-own-messages',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'A fetch also holds what one has sent.',
  breaks: ['dialogues.fetch.without-what-one-sent', 'dialogues.groups.fetch-without-what-one-sent'],
  storeRead(query, rows, { cause, store }) {
    if (query !== 'pending messages') return undefined;
    const sql = 'select * from messages where sender = ?';
    const more = store.database.rows<Row>(sql, cause.by?.id ?? 0);
    return [...rows, ...more.filter(({ id }) => !rows.some((row) => row['id'] === id))];
  },
};
export default fault;
