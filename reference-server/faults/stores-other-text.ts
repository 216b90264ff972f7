import type { Fault } from '../faults.ts';

const fault: Fault = {
  name: 'stores-other-text',
  dialects: ['threads'],
  kind: 'text',
  says: 'Another text is stored than the one that is delivered.',
  breaks: ['threads.agreement.text'],
  storeWrite: (change) =>
    change.kind === 'add message'
      ? { ...change, message: { ...change.message, text: `${change.message.text} (stored)` } }
      : undefined,
};
export default fault;
