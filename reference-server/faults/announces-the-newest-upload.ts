import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'announces-the-newest-upload',
  dialects: ['threads'],
  kind: 'identity',
  says: 'Whichever upload is announced, the other person hears of the newest one in the conversation.',
  breaks: ['threads.announce.names-the-message'],
  sometimes: 'only when something else was uploaded since',
  incomingFrame(frame, { from, store }) {
    const id = Number(frame['chat_id']);
    if (frame['action'] !== 'chat_message_file' || !Number.isSafeInteger(id)) return undefined;
    const sql = `select max(message) as id from uploads where owner = ? and message in (select id from messages
      where conversation = (select conversation from messages where id = ? and sender = ?))`;
    const [newest] = store.database.rows<{ id: number | null }>(sql, from.me.id, id, from.me.id);
    return typeof newest?.id === 'number' ? { ...frame, chat_id: String(newest.id) } : undefined;
  },
};
export default fault;
