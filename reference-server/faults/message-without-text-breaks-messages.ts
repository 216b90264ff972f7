import type { Fault } from '../fault-kit/faults.ts';
import type { Person } from '../store/changes.ts';

const fault: Fault = {
  name: 'message-without-text-breaks-messages',
  dialects: ['threads'],
  kind: 'robustness',
  says: 'After a message without a text its receiver cannot fetch messages any more.',
  breaks: ['threads.robustness.message-without-text'],
  sometimes: 'only after such a message',
  incomingFrame(frame, { memory, store }) {
    if (frame['action'] !== 'chat_message') return undefined;
    const sql = 'select * from people where uuid = ?';
    const [receiver] = store.database.rows<Person>(sql, String(frame['receiver_id']));
    if (!frame['message_body']) memory.set(receiver?.id, true);
    return undefined;
  },
  outgoingResponse: (answer, { operation, cause, memory }) =>
    operation === 'getMessages' && memory.has(cause.by?.id) ? { ...answer, status: 500 } : undefined,
};
export default fault;
