import type { Fault } from '../fault-kit/faults.ts';
import { atOnce } from '../fault-kit/turns.ts';

const fault: Fault = {
  name: 'counts-one-of-two-at-once',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'Of two messages that come to somebody on two sockets in the same 5 ms, one is counted.',
  breaks: ['rooms.unread.conversation-counts-each-message', 'rooms.unread.total-counts-each-message'],
  sometimes: 'only when several sockets write at the same time',
  storeWrite(change, context) {
    if (change.kind !== 'add pending') return undefined;
    return atOnce(5, context, { what: change.person, by: context.cause.connection }) ? null : undefined;
  },
};
export default fault;
