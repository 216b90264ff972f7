import type { Fault, Row } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-of-oldest-50',
  dialects: ['actions', 'receipts'],
  kind: 'pagination',
  says: 'The history holds the first 50 messages of a room for ever.',
  breaks: ['*.history.the-newest-50'],
  sometimes: 'only in rooms with more than 50 messages',
  storeRead(query, rows, { store }) {
    const conversation = rows[0]?.['conversation'];
    if (query !== 'history' || conversation === undefined) return undefined;
    const sql = 'select * from messages where conversation = ? order by id limit 50';
    return store.database.rows<Row>(sql, Number(conversation)).reverse();
  },
};
export default fault;
