import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'stores-255-characters',
  dialects: 'all',
  kind: 'text',
  says: 'A long message arrives whole, and is cut in the history.',
  breaks: ['*.text.long'],
  sometimes: 'only in texts of more than 255 characters',
  storeWrite: (change) =>
    change.kind === 'add message'
      ? { ...change, message: { ...change.message, text: change.message.text.slice(0, 255) } }
      : undefined,
};
export default fault;
