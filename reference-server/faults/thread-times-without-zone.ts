import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { withoutZone } from '../fault-kit/times.ts';

const fault: Fault = {
  name: 'thread-times-without-zone',
  dialects: ['threads'],
  kind: 'time',
  says: 'The time of a thread has no zone.',
  breaks: ['threads.threads.item-values'],
  outgoingResponse: inItems('getUserThreads', ['entity'], (item) => ({
    ...item,
    craeted: withoutZone(item['craeted']),
  })),
};
export default fault;
