import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'upload-answer-without-thread',
  dialects: ['threads'],
  kind: 'schema',
  says: 'The message in the answer to an upload has no thread.',
  breaks: ['threads.upload.item-shape'],
  outgoingResponse: inItems('uploadAttachment', ['entity', 'message'], (item) => without(item, 'thread')),
};
export default fault;
