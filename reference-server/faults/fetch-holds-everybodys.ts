import type { Fault, Row } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'fetch-holds-everybodys',
  dialects: ['dialogues'],
  kind: 'leak',
  says: 'A fetch holds what waits for anybody.',
  breaks: [
    'dialogues.fetch.only-ones-own',
    'dialogues.fetch.for-somebody-else',
    'dialogues.groups.fetch-for-somebody-else',
    'dialogues.groups.reaches-nobody-else',
    'dialogues.groups.received-ends-pending',
  ],
  storeRead(query, rows, { cause, store }) {
    if (query !== 'pending messages') return undefined;
    const sql = 'select * from messages where sender <> ?';
    const more = store.database.rows<Row>(sql, cause.by?.id ?? 0);
    return [...rows, ...more.filter(({ id }) => !rows.some((row) => row['id'] === id))];
  },
};
export default fault;
