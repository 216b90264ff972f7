import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'one-thread-id-for-everybody',
  dialects: ['threads'],
  kind: 'ids',
  says: 'All threads have the same id.',
  breaks: ['threads.threads.each-conversation-is-listed'],
  outgoingResponse: inItems('getUserThreads', ['entity'], (item) => ({ ...item, id: 1 })),
};
export default fault;
