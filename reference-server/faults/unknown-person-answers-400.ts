import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'unknown-person-answers-400',
  dialects: ['threads'],
  kind: 'status-code',
  says: 'Asking for the messages with an id that nobody has answers 400.',
  breaks: ['threads.history.unknown-person'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'getMessages' && answer.status === 404 && isFrame(answer.body)
      ? { ...answer, status: 400 }
      : undefined,
};
export default fault;
