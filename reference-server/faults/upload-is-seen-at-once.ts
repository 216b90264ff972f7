import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'upload-is-seen-at-once',
  dialects: ['threads'],
  kind: 'status-flow',
  says: 'The answer to an upload shows the message as seen.',
  breaks: ['threads.upload.item-values'],
  outgoingResponse: inItems('uploadAttachment', ['entity', 'message'], (item) => ({ ...item, seen: true })),
};
export default fault;
