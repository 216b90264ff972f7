import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'upload-trims-text',
  dialects: ['threads'],
  kind: 'text',
  says: 'The text of an upload loses the spaces at both ends.',
  breaks: ['threads.text.uploaded'],
  sometimes: 'only in texts with spaces at the ends',
  storeWrite: (change, { cause }) =>
    change.kind === 'add message' && cause.operation === 'uploadAttachment'
      ? { ...change, message: { ...change.message, text: change.message.text.trim() } }
      : undefined,
};
export default fault;
