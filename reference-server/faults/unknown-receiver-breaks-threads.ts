import type { Fault } from '../fault-kit/faults.ts';
import type { Person } from '../store/changes.ts';

const fault: Fault = {
  name: 'unknown-receiver-breaks-threads',
  dialects: ['threads'],
  kind: 'robustness',
  says: 'Somebody who wrote to an id that nobody has cannot list their threads any more.',
  breaks: ['threads.robustness.unknown-receiver'],
  sometimes: 'only after such a message',
  incomingFrame(frame, { from, memory, store }) {
    if (frame['action'] !== 'chat_message') return undefined;
    const sql = 'select * from people where uuid = ?';
    const isUuid = /^[0-9a-f-]{36}$/.test(String(frame['receiver_id']));
    if (isUuid && store.database.rows<Person>(sql, String(frame['receiver_id'])).length === 0)
      memory.set(from.me.id, true);
    return undefined;
  },
  outgoingResponse: (answer, { operation, cause, memory }) =>
    operation === 'getUserThreads' && memory.has(cause.by?.id) ? { ...answer, status: 500 } : undefined,
};
export default fault;
