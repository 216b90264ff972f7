import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'messages-answer-201',
  dialects: ['threads'],
  kind: 'status-code',
  says: 'The messages are answered with 201.',
  breaks: ['threads.history.answers-200'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'getMessages' && answer.status === 200 ? { ...answer, status: 201 } : undefined,
};
export default fault;
