import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'threads-answer-201',
  dialects: ['threads'],
  kind: 'status-code',
  says: 'The threads are answered with 201.',
  breaks: ['threads.threads.answers-200'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'getUserThreads' && answer.status === 200 ? { ...answer, status: 201 } : undefined,
};
export default fault;
