import type { Fault } from '../fault-kit/faults.ts';
import { isFrame, without } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'not-found-without-entity',
  dialects: ['threads'],
  kind: 'schema',
  says: 'The 404 for an unknown id has no entity.',
  breaks: ['threads.history.not-found-shape'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'getMessages' && answer.status === 404 && isFrame(answer.body)
      ? { ...answer, body: without(answer.body, 'entity') }
      : undefined,
};
export default fault;
