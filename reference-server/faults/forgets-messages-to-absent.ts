import { isConnected, membersOf } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { apartFromDropped } from '../fault-kit/rows.ts';

const fault: Fault = {
  name: 'forgets-messages-to-absent',
  dialects: 'all',
  kind: 'persistence',
  says: 'What is written to somebody who is not connected is never shown to them.',
  breaks: [
    'receipts.delivery.waits-for-the-absent',
    'actions.delivery.waits-for-the-absent',
    'rooms.delivery.waits-for-the-absent',
    'threads.history.holds-what-was-sent-to-the-absent',
    'dialogues.fetch.holds-what-was-missed',
  ],
  sometimes: 'only when nobody else is connected',
  storeWrite(change, context) {
    if (change.kind !== 'add message') return apartFromDropped(change, context);
    const { conversation, sender } = change.message;
    const others = membersOf(conversation, context).filter((person) => person !== sender);
    return others.some((person) => isConnected(person, context)) ? undefined : null;
  },
};
export default fault;
