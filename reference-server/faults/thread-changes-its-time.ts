import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'thread-changes-its-time',
  dialects: ['threads'],
  kind: 'time',
  says: 'The time of a thread is that of its newest message.',
  breaks: ['threads.threads.one-for-each-pair'],
  outgoingResponse: inItems('getUserThreads', ['entity'], (item, { store }) => {
    const sql = 'select max(createdAt) as newest from messages where conversation = ?';
    const [row] = store.database.rows<{ newest: number }>(sql, Number(item['id']));
    return row === undefined ? item : { ...item, craeted: new Date(row.newest / 1000).toISOString() };
  }),
};
export default fault;
