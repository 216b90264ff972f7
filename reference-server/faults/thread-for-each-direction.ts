import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'thread-for-each-direction',
  dialects: ['threads'],
  kind: 'ids',
  says: 'Two people have two threads, one for each direction.',
  breaks: ['threads.threads.one-for-each-pair'],
  outgoingResponse: inBody('getUserThreads', (body) => {
    const threads = Array.isArray(body['entity']) ? body['entity'].filter(isFrame) : [];
    const back = threads.map((one) => ({
      ...one,
      id: Number(one['id']) + 1_000_000,
      user_one: one['user_two'],
      user_two: one['user_one'],
    }));
    return { ...body, entity: [...threads, ...back] };
  }),
};
export default fault;
