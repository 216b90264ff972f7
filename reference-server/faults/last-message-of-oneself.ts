import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'last-message-of-oneself',
  dialects: ['rooms'],
  kind: 'history',
  says: 'The last message of a conversation is the last one that the reader wrote.',
  breaks: ['rooms.conversations.last-message-is-the-newest'],
  sometimes: 'only when the other person wrote last',
  storeRead: (query, rows, { cause, store }) =>
    query === 'history' && cause.operation === 'listConversations' && rows.length > 0
      ? store.database.rows(
          'select * from messages where conversation = ? and sender = ? order by id desc limit 1',
          Number(rows[0]?.['conversation']),
          cause.by?.id ?? 0,
        )
      : undefined,
};
export default fault;
