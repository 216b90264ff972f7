import type { Fault } from '../fault-kit/faults.ts';
import { COUNTS } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'counts-own-messages',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'What somebody writes counts as unread for themselves, too.',
  breaks: ['rooms.unread.own-messages-do-not-count'],
  outgoingFrame(frame, { message, to, store }) {
    if (!COUNTS.includes(message)) return undefined;
    const sql = 'select count(*) as count from messages where sender = ?';
    const own = store.database.rows<{ count: number }>(sql, to.me.id)[0]?.count ?? 0;
    return { ...frame, unread_count: Number(frame['unread_count']) + own };
  },
};
export default fault;
