import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'upload-answer-without-envelope',
  dialects: ['threads'],
  kind: 'schema',
  says: 'The answer to an upload is the entity without its envelope.',
  breaks: ['threads.upload.answer-shape'],
  outgoingResponse: inBody('uploadAttachment', (body) => body['entity']),
};
export default fault;
