import type { Fault } from '../fault-kit/faults.ts';
import { atOnce } from '../fault-kit/turns.ts';

const fault: Fault = {
  name: 'one-of-two-acknowledgements-at-once-is-lost',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'Of two acknowledgements in one conversation that come on two sockets in the same 5 ms, one is forgotten.',
  breaks: [
    'dialogues.received.deletes-the-message',
    'dialogues.groups.received-ends-pending',
    'dialogues.groups.received-by-the-last-deletes',
    'dialogues.groups.pending-is-who-has-not-received',
  ],
  sometimes: 'only when two acknowledge at the same time',
  storeWrite(change, context) {
    if (change.kind !== 'remove pending') return undefined;
    const isLost = atOnce(5, context, { what: change.conversation, by: context.cause.connection });
    return isLost ? null : undefined;
  },
};
export default fault;
