import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'thread-only-for-its-first-author',
  dialects: ['threads'],
  kind: 'history',
  says: 'Only the person who wrote first finds the thread in their list.',
  breaks: ['threads.threads.lists-my-conversations'],
  sometimes: 'only for the one who did not write first',
  storeRead(query, rows, { store, cause }) {
    if (query !== 'conversations of a person') return undefined;
    const sql = 'select sender from messages where conversation = ? order by id limit 1';
    return rows.filter(
      ({ id }) => store.database.rows<{ sender: number }>(sql, Number(id))[0]?.sender === cause.by?.id,
    );
  },
};
export default fault;
