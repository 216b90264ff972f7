import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'upload-expires-tomorrow',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'The answer to an upload says in a word when its URL expires.',
  breaks: ['rooms.media.upload-answer-values'],
  outgoingResponse: inBody('uploadFile', (body) => ({ ...body, expiration_time: 'tomorrow' })),
};
export default fault;
