import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'list-without-silent-rooms',
  dialects: ['actions'],
  kind: 'history',
  says: 'A room in which nothing was said is not listed.',
  breaks: ['actions.list.null-while-nothing-was-said'],
  sometimes: 'only rooms in which nothing was said',
  storeRead(query, rows, { store, cause }) {
    if (query !== 'conversations of a person' || cause.operation !== 'listRooms') return undefined;
    const sql = 'select 1 from messages where conversation = ? limit 1';
    return rows.filter(({ id }) => store.database.rows(sql, Number(id)).length > 0);
  },
};
export default fault;
