import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'stores-trimmed-text',
  dialects: 'all',
  kind: 'text',
  says: 'Spaces at both ends of a message arrive, and are gone from the history.',
  breaks: ['*.text.whitespace'],
  sometimes: 'only in texts with spaces at an end',
  storeWrite: (change) =>
    change.kind === 'add message'
      ? { ...change, message: { ...change.message, text: change.message.text.trim() } }
      : undefined,
};
export default fault;
