import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'attachment-begins-no-thread',
  dialects: ['threads'],
  kind: 'history',
  says: 'Two people who sent each other nothing but files find no thread.',
  breaks: ['threads.threads.an-attachment-begins-one'],
  sometimes: 'only until the first message without a file',
  storeRead(query, rows, { store }) {
    if (query !== 'conversations of a person') return undefined;
    const sql =
      'select id from messages where conversation = ? and id not in (select message from uploads) limit 1';
    return rows.filter(({ id }) => store.database.rows(sql, Number(id)).length > 0);
  },
};
export default fault;
