import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'thread-with-created',
  dialects: ['threads'],
  kind: 'schema',
  says: 'A thread has created instead of craeted.',
  breaks: ['threads.threads.item-shape'],
  outgoingResponse: inItems('getUserThreads', ['entity'], ({ craeted, ...item }) => ({
    ...item,
    created: craeted,
  })),
};
export default fault;
