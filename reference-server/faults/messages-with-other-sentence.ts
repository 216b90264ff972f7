import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'messages-with-other-sentence',
  dialects: ['threads'],
  kind: 'schema',
  says: 'The answer with the messages has another sentence.',
  breaks: ['threads.history.answer-values'],
  outgoingResponse: inBody('getMessages', (body) => ({
    ...body,
    message: 'Messages retrieved successfully',
  })),
};
export default fault;
