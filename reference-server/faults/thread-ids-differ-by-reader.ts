import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'thread-ids-differ-by-reader',
  dialects: ['threads'],
  kind: 'ids',
  says: 'Each of two people has an id of their own for the thread.',
  breaks: ['threads.threads.same-for-both'],
  outgoingResponse: inItems('getUserThreads', ['entity'], (item, { cause }) => ({
    ...item,
    id: Number(item['id']) * 1000 + (cause.by?.id ?? 0),
  })),
};
export default fault;
