import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'threads-without-status',
  dialects: ['threads'],
  kind: 'schema',
  says: 'The answer with the threads has no status.',
  breaks: ['threads.threads.answer-shape'],
  outgoingResponse: inBody('getUserThreads', (body) => without(body, 'status')),
};
export default fault;
