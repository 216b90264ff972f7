import type { Fault } from '../fault-kit/faults.ts';
import { atOnce } from '../fault-kit/turns.ts';

const fault: Fault = {
  name: 'one-of-two-edits-at-once-is-not-stored',
  dialects: ['actions', 'receipts'],
  kind: 'edit-delete',
  says: 'Of two edits by two people in the same 10 ms, one is announced, but not stored.',
  breaks: ['*.edit.stored'],
  sometimes: 'only when two people do so at the same time',
  storeWrite(change, context) {
    if (change.kind !== 'change message' || change.fields.text === undefined) return undefined;
    return atOnce(10, context, { what: 'edit', by: context.cause.by?.id }) ? null : undefined;
  },
};
export default fault;
