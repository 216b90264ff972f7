import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'stores-escaped-text',
  dialects: 'all',
  kind: 'text',
  says: 'Angle brackets arrive, and are &lt; in the history.',
  breaks: ['*.text.markup'],
  sometimes: 'only in texts with markup',
  storeWrite: (change) =>
    change.kind === 'add message'
      ? { ...change, message: { ...change.message, text: change.message.text.replaceAll('<', '&lt;') } }
      : undefined,
};
export default fault;
