import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'upload-answers-200',
  dialects: ['threads'],
  kind: 'status-code',
  says: 'An upload is answered 200.',
  breaks: ['threads.upload.answers-201'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'uploadAttachment' && answer.status === 201 ? { ...answer, status: 200 } : undefined,
};
export default fault;
