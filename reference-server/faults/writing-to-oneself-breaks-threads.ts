import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'writing-to-oneself-breaks-threads',
  dialects: ['threads'],
  kind: 'robustness',
  says: 'Somebody who wrote to themselves cannot list their threads any more.',
  breaks: ['threads.robustness.writing-to-oneself'],
  sometimes: 'only after such a message',
  incomingFrame(frame, { from, memory }) {
    if (frame['action'] !== 'chat_message') return undefined;
    if (frame['receiver_id'] === from.me.uuid) memory.set(from.me.id, true);
    return undefined;
  },
  outgoingResponse: (answer, { operation, cause, memory }) =>
    operation === 'getUserThreads' && memory.has(cause.by?.id) ? { ...answer, status: 500 } : undefined,
};
export default fault;
