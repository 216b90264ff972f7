import type { Fault, Row } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'conversation-listed-for-its-first-author-only',
  dialects: ['rooms'],
  kind: 'lost-delivery',
  says: 'A conversation is listed only for the one who began it.',
  breaks: ['rooms.conversations.lists-every-conversation'],
  storeRead(query, rows, { cause, store }) {
    if (!(query === 'conversations of a person')) return undefined;
    const sql = 'select sender from messages where conversation = ? order by id limit 1';
    const isOwn = ({ id }: Row): boolean =>
      store.database.rows<{ sender: number }>(sql, Number(id))[0]?.sender === cause.by?.id;
    return rows.filter(isOwn);
  },
};
export default fault;
