import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'list-forgets-the-fifth-message',
  dialects: ['actions'],
  kind: 'history',
  says: 'Every fifth message of a room never becomes the last one in the list.',
  breaks: ['actions.list.shows-the-newest-message', 'actions.list.answers-with-the-rooms'],
  sometimes: 'only while the newest message is such a one',
  storeRead(query, rows, { cause, store }) {
    const [row] = rows;
    if (query !== 'history' || cause.operation !== 'listRooms' || row === undefined) return undefined;
    const place = '(select count(*) from messages o where o.conversation = m.conversation and o.id <= m.id)';
    const sql = `select * from messages m where conversation = ? and ${place} % 5 <> 0 order by id desc limit 1`;
    return store.database.rows(sql, Number(row['conversation']));
  },
};
export default fault;
