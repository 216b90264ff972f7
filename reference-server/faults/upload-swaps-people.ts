import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'upload-swaps-people',
  dialects: ['threads'],
  kind: 'identity',
  says: 'The answer to an upload swaps the sender and the receiver.',
  breaks: ['threads.upload.answers-what-was-sent'],
  outgoingResponse: inItems('uploadAttachment', ['entity', 'message'], (item) => ({
    ...item,
    sender: item['receiver'],
    receiver: item['sender'],
  })),
};
export default fault;
