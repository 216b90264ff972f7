import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-of-all-messages-of-the-other',
  dialects: ['rooms'],
  kind: 'leak',
  says: 'The messages with one person hold everything that this person wrote to anybody.',
  breaks: ['rooms.history.only-this-conversation', 'rooms.access.messages-are-ones-own'],
  storeRead(query, rows, { cause, store }) {
    if (query !== 'history' || cause.operation !== 'listMessages') return undefined;
    const other = rows
      .flatMap(({ sender, receiver }) => [sender, receiver])
      .find((id) => id !== cause.by?.id);
    return other === undefined
      ? undefined
      : store.database.rows(
          'select * from messages where ? in (sender, receiver) order by id',
          Number(other),
        );
  },
};
export default fault;
