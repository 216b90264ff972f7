import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'read-not-stored',
  dialects: ['actions', 'receipts'],
  kind: 'persistence',
  says: 'That a message was read is told, and forgotten.',
  breaks: ['*.status.read-is-stored'],
  storeWrite: (change) =>
    change.kind === 'change message' && change.fields.status === 'read' ? null : undefined,
};
export default fault;
