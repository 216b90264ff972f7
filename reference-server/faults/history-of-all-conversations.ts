import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-of-all-conversations',
  dialects: ['rooms', 'threads'],
  kind: 'leak',
  says: 'The messages with one person hold those with everybody.',
  breaks: ['threads.history.only-this-conversation', 'rooms.history.only-this-conversation'],
  storeRead(query, _rows, { store, cause }) {
    if (query !== 'history' || cause.by === undefined) return undefined;
    const sql = 'select * from messages where sender = ? or receiver = ? order by id';
    return store.database.rows(sql, cause.by.id, cause.by.id);
  },
};
export default fault;
