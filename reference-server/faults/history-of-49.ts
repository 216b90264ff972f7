import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-of-49',
  dialects: ['actions', 'receipts'],
  kind: 'limits',
  says: 'The history lacks one of the newest 50 messages.',
  breaks: ['*.history.the-newest-50'],
  sometimes: 'only in rooms with 50 messages or more',
  storeRead(query, rows, { store }) {
    const conversation = rows[0]?.['conversation'];
    if (query !== 'history' || conversation === undefined) return undefined;
    const sql = 'select * from messages where conversation = ? order by id desc limit 49';
    return store.database.rows(sql, Number(conversation));
  },
};
export default fault;
