import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-of-all-rooms',
  dialects: ['actions'],
  kind: 'leak',
  says: 'The history of a room holds the messages of all rooms of its reader.',
  breaks: ['actions.history.only-this-room', 'actions.history.empty-in-a-new-room'],
  storeRead(query, _rows, { cause, store }) {
    if (query !== 'history' || cause.channel !== 'room' || cause.by === undefined) return undefined;
    const sql =
      'select m.* from messages m join members n on n.conversation = m.conversation where n.person = ? order by m.id desc limit 50';
    return store.database.rows(sql, cause.by.id);
  },
};
export default fault;
