import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-of-20',
  dialects: ['actions', 'receipts'],
  kind: 'limits',
  says: 'The history holds 20 messages only.',
  breaks: ['*.history.the-newest-50'],
  sometimes: 'only in rooms with more than 20 messages',
  storeRead(query, rows, { store }) {
    const conversation = rows[0]?.['conversation'];
    if (query !== 'history' || conversation === undefined) return undefined;
    const sql = 'select * from messages where conversation = ? order by id desc limit 20';
    return store.database.rows(sql, Number(conversation));
  },
};
export default fault;
