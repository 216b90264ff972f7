import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'thread-names-one-person-twice',
  dialects: ['threads'],
  kind: 'identity',
  says: 'A thread names one of its people twice.',
  breaks: ['threads.threads.names-both-people'],
  outgoingResponse: inItems('getUserThreads', ['entity'], (item) => ({
    ...item,
    user_two: item['user_one'],
  })),
};
export default fault;
