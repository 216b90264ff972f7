import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'status-not-stored',
  dialects: ['actions', 'receipts'],
  kind: 'persistence',
  says: 'That a message was delivered is told, and forgotten.',
  breaks: ['*.status.delivered-is-stored'],
  storeWrite: (change) =>
    change.kind === 'change message' && change.fields.status === 'delivered' ? null : undefined,
};
export default fault;
