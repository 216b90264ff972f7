import type { Fault, Row } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'group-fetch-holds-everybodys',
  dialects: ['dialogues'],
  kind: 'leak',
  says: 'Fetching group messages gives those of all groups.',
  breaks: [
    'dialogues.groups.reaches-nobody-else',
    'dialogues.groups.fetch-for-somebody-else',
    'dialogues.groups.received-ends-pending',
  ],
  storeRead(query, rows, { cause, store }) {
    if (query !== 'pending messages') return undefined;
    const sql = 'select * from messages where receiver is null and sender <> ?';
    const more = store.database.rows<Row>(sql, cause.by?.id ?? 0);
    return [...rows, ...more.filter(({ id }) => !rows.some((row) => row['id'] === id))];
  },
};
export default fault;
