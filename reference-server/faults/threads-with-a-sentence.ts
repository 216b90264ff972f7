import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'threads-with-a-sentence',
  dialects: ['threads'],
  kind: 'schema',
  says: 'The answer with the threads has a sentence where null is shown.',
  breaks: ['threads.threads.answer-values'],
  outgoingResponse: inBody('getUserThreads', (body) => ({ ...body, message: 'Threads retrieved' })),
};
export default fault;
