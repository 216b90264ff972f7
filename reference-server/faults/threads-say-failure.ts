import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'threads-say-failure',
  dialects: ['threads'],
  kind: 'schema',
  says: 'The answer with the threads says failure with 200.',
  breaks: ['threads.envelope.tells-one-story', 'threads.threads.answer-values'],
  outgoingResponse: inBody('getUserThreads', (body) => ({ ...body, status: 'failure' })),
};
export default fault;
