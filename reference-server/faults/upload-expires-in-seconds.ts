import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'upload-expires-in-seconds',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'The answer to an upload says in how many seconds its URL expires, not when.',
  breaks: ['rooms.media.upload-answer-shape'],
  outgoingResponse: inBody('uploadFile', (body) => ({ ...body, expiration_time: 3600 })),
};
export default fault;
