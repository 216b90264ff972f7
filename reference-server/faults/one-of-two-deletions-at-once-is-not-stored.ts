import type { Fault } from '../fault-kit/faults.ts';
import { atOnce } from '../fault-kit/turns.ts';

const fault: Fault = {
  name: 'one-of-two-deletions-at-once-is-not-stored',
  dialects: ['actions', 'receipts'],
  kind: 'edit-delete',
  says: 'Of two deletions by two people in the same 10 ms, one is announced, but not carried out.',
  breaks: ['*.delete.gone-from-history'],
  sometimes: 'only when two people do so at the same time',
  storeWrite(change, context) {
    if (change.kind !== 'remove message') return undefined;
    return atOnce(10, context, { what: 'delete', by: context.cause.by?.id }) ? null : undefined;
  },
};
export default fault;
