import type { Fault } from '../fault-kit/faults.ts';
import { atOnce } from '../fault-kit/turns.ts';

const fault: Fault = {
  name: 'read-at-once-is-not-stored',
  dialects: ['actions', 'receipts'],
  kind: 'status-flow',
  says: 'Of two messages of two people that are read in the same 5 ms, one is stored as delivered.',
  breaks: ['*.status.read-is-stored'],
  sometimes: 'only when two people do so at the same time',
  storeWrite(change, context) {
    if (change.kind !== 'change message' || change.fields.status !== 'read') return undefined;
    return atOnce(5, context, { what: 'read', by: context.cause.by?.id }) ? null : undefined;
  },
};
export default fault;
