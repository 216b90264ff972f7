import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'upload-answers-other-id',
  dialects: ['threads'],
  kind: 'ids',
  says: 'The answer to an upload has another id than the stored message.',
  breaks: ['threads.upload.is-stored-as-answered'],
  outgoingResponse: inItems('uploadAttachment', ['entity', 'message'], (item) => ({
    ...item,
    id: Number(item['id']) + 1,
  })),
};
export default fault;
