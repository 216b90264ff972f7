import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'upload-answer-loses-text',
  dialects: ['threads'],
  kind: 'text',
  says: 'The answer to an upload has an empty text.',
  breaks: ['threads.upload.answers-what-was-sent'],
  outgoingResponse: inItems('uploadAttachment', ['entity', 'message'], (item) => ({ ...item, message: '' })),
};
export default fault;
