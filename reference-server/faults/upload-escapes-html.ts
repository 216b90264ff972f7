import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'upload-escapes-html',
  dialects: ['threads'],
  kind: 'text',
  says: 'The text of an upload is stored escaped.',
  breaks: ['threads.text.uploaded'],
  sometimes: 'only in texts with such characters',
  storeWrite: (change, { cause }) =>
    change.kind === 'add message' && cause.operation === 'uploadAttachment'
      ? {
          ...change,
          message: {
            ...change.message,
            text: change.message.text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
          },
        }
      : undefined,
};
export default fault;
