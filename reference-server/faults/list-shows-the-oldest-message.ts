import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'list-shows-the-oldest-message',
  dialects: ['actions'],
  kind: 'history',
  says: 'The list shows what was said first in a room.',
  breaks: ['actions.list.shows-the-newest-message'],
  sometimes: 'only rooms with more than one message',
  storeRead(query, [row], { cause, store }) {
    if (query !== 'history' || cause.operation !== 'listRooms' || row === undefined) return undefined;
    const sql = 'select * from messages where conversation = ? order by id limit 1';
    return store.database.rows(sql, Number(row['conversation']));
  },
};
export default fault;
