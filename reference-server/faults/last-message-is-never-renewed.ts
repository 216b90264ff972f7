import type { Fault } from '../fault-kit/faults.ts';
import { inLastMessages } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'last-message-is-never-renewed',
  dialects: ['rooms'],
  kind: 'history',
  says: 'The last message of a conversation stays the one that was shown at first.',
  breaks: ['rooms.conversations.last-message-is-the-newest'],
  sometimes: 'only for somebody who has seen the list before',
  outgoingResponse: inLastMessages((last, { cause, memory }, { id }) => {
    const key = `${cause.by?.id} ${String(id)}`;
    if (!memory.has(key)) memory.set(key, last);
    return memory.get(key);
  }),
};
export default fault;
