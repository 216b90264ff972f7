import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'stores-other-text',
  dialects: ['rooms', 'threads'],
  kind: 'text',
  says: 'Another text is stored than the one that is delivered.',
  breaks: ['threads.agreement.text', 'rooms.history.agrees-with-the-frames'],
  storeWrite: (change) =>
    change.kind === 'add message'
      ? { ...change, message: { ...change.message, text: `${change.message.text} (stored)` } }
      : undefined,
};
export default fault;
