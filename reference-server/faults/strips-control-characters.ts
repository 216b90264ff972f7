import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'strips-control-characters',
  dialects: ['threads'],
  kind: 'text',
  says: 'Control characters are removed from a text.',
  breaks: ['threads.text.whitespace'],
  sometimes: 'only in texts with such characters',
  storeWrite: (change) =>
    change.kind === 'add message'
      ? {
          ...change,
          message: { ...change.message, text: change.message.text.replace(/(?![\t\r\n])\p{Cc}/gu, '') },
        }
      : undefined,
};
export default fault;
