import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'conversations-of-both-sides',
  dialects: ['rooms'],
  kind: 'leak',
  says: 'The list of conversations also holds those of the people with whom one has talked.',
  breaks: ['rooms.access.conversations-are-ones-own'],
  storeRead: (query, _rows, { store, cause }) =>
    query === 'conversations of a person' && cause.by !== undefined
      ? store.database.rows(
          `select distinct c.* from conversations c join members m on m.conversation = c.id where m.person in
            (select o.person from members o join members me on me.conversation = o.conversation where me.person = ?)`,
          cause.by.id,
        )
      : undefined,
};
export default fault;
