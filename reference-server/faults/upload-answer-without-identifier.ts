import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'upload-answer-without-identifier',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'The answer to an upload lacks the identifier of the file.',
  breaks: ['rooms.media.upload-answer-shape'],
  outgoingResponse: inBody('uploadFile', (body) => without(body, 'file_identifier')),
};
export default fault;
