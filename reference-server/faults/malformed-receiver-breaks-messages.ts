import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'malformed-receiver-breaks-messages',
  dialects: ['threads'],
  kind: 'robustness',
  says: 'Somebody who wrote to something that is no UUID cannot fetch messages any more.',
  breaks: ['threads.robustness.malformed-receiver'],
  sometimes: 'only after such a message',
  incomingFrame(frame, { from, memory }) {
    if (frame['action'] !== 'chat_message') return undefined;
    if (!/^[0-9a-f-]{36}$/.test(String(frame['receiver_id']))) memory.set(from.me.id, true);
    return undefined;
  },
  outgoingResponse: (answer, { operation, cause, memory }) =>
    operation === 'getMessages' && memory.has(cause.by?.id) ? { ...answer, status: 500 } : undefined,
};
export default fault;
