import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';
import { later } from '../fault-kit/times.ts';

const fault: Fault = {
  name: 'thread-times-differ-by-reader',
  dialects: ['threads'],
  kind: 'time',
  says: 'Each of two people is shown another time of the thread.',
  breaks: ['threads.threads.same-for-both'],
  outgoingResponse: inItems('getUserThreads', ['entity'], (item, { cause }) => {
    const [one] = [item['user_one']];
    const isFirst = isFrame(one) && one['id'] === cause.by?.uuid;
    return isFirst ? item : { ...item, craeted: later(item['craeted'], 60) };
  }),
};
export default fault;
