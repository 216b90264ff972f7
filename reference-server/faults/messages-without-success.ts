import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'messages-without-success',
  dialects: ['threads'],
  kind: 'schema',
  says: 'The answer with the messages has no success.',
  breaks: ['threads.history.answer-shape'],
  outgoingResponse: inBody('getMessages', (body) => without(body, 'success')),
};
export default fault;
