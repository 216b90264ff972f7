import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-of-everything',
  dialects: ['actions', 'receipts'],
  kind: 'limits',
  says: 'The history holds every message that was ever written.',
  breaks: ['*.history.at-most-50'],
  sometimes: 'only in rooms with more than 50 messages',
  storeRead(query, rows, { store }) {
    const conversation = rows[0]?.['conversation'];
    if (query !== 'history' || conversation === undefined) return undefined;
    const sql = 'select * from messages where conversation = ? order by id desc limit -1';
    return store.database.rows(sql, Number(conversation));
  },
};
export default fault;
