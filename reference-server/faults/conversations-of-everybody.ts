import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'conversations-of-everybody',
  dialects: ['rooms'],
  kind: 'leak',
  says: 'The list of conversations holds those of everybody.',
  breaks: ['rooms.access.conversations-are-ones-own'],
  storeRead: (query, _rows, { store }) =>
    query === 'conversations of a person'
      ? store.database.rows("select * from conversations where kind = 'pair' and dialect = 'rooms'")
      : undefined,
};
export default fault;
