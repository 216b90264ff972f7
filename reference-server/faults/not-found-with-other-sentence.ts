import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'not-found-with-other-sentence',
  dialects: ['threads'],
  kind: 'schema',
  says: 'The 404 for an unknown id has another sentence.',
  breaks: ['threads.history.not-found-values'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'getMessages' && answer.status === 404 && isFrame(answer.body)
      ? { ...answer, body: { ...answer.body, message: 'Invalid recipient' } }
      : undefined,
};
export default fault;
