import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'upload-is-not-stored',
  dialects: ['threads'],
  kind: 'persistence',
  says: 'An upload is answered 201 and not stored.',
  breaks: ['threads.upload.is-stored'],
  storeWrite: (change, { cause }) =>
    ['add message', 'add upload'].includes(change.kind) && cause.operation === 'uploadAttachment'
      ? null
      : undefined,
};
export default fault;
