import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'not-found-says-success',
  dialects: ['threads'],
  kind: 'schema',
  says: 'The 404 for an unknown id says success.',
  breaks: ['threads.envelope.tells-one-story', 'threads.history.not-found-values'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'getMessages' && answer.status === 404 && isFrame(answer.body)
      ? { ...answer, body: { ...answer.body, success: true } }
      : undefined,
};
export default fault;
