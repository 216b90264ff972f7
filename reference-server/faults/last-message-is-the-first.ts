import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'last-message-is-the-first',
  dialects: ['rooms'],
  kind: 'history',
  says: 'The last message of a conversation is its first one.',
  breaks: ['rooms.conversations.last-message-is-the-newest'],
  sometimes: 'only in conversations of several messages',
  storeRead: (query, rows, { cause, store }) =>
    query === 'history' && cause.operation === 'listConversations' && rows.length > 0
      ? store.database.rows(
          'select * from messages where conversation = ? order by id limit 1',
          Number(rows[0]?.['conversation']),
        )
      : undefined,
};
export default fault;
