import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'upload-loses-astral-characters',
  dialects: ['threads'],
  kind: 'text',
  says: 'In the text of an upload characters beyond the basic plane become question marks.',
  breaks: ['threads.text.uploaded'],
  sometimes: 'only in texts with such characters',
  storeWrite: (change, { cause }) =>
    change.kind === 'add message' && cause.operation === 'uploadAttachment'
      ? {
          ...change,
          message: { ...change.message, text: change.message.text.replace(/[\u{10000}-\u{10FFFF}]/gu, '?') },
        }
      : undefined,
};
export default fault;
