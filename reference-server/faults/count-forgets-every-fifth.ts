import type { Fault } from '../fault-kit/faults.ts';
import { everyNth } from '../fault-kit/turns.ts';

const fault: Fault = {
  name: 'count-forgets-every-fifth',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'Every fifth message to somebody is not counted.',
  breaks: ['rooms.unread.conversation-counts-each-message', 'rooms.unread.total-counts-each-message'],
  sometimes: 'every fifth message to one person',
  storeWrite: (change, context) =>
    change.kind === 'add pending' && everyNth(5, context, change.person) ? null : undefined,
};
export default fault;
