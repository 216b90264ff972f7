import type { Fault } from '../fault-kit/faults.ts';
import { apartFromDropped } from '../fault-kit/rows.ts';
import { everyNth } from '../fault-kit/turns.ts';

const fault: Fault = {
  name: 'stores-every-other-message',
  dialects: ['actions', 'receipts', 'rooms', 'threads'],
  kind: 'persistence',
  says: 'Of two messages only one is kept.',
  breaks: [
    'receipts.history.holds-every-message',
    'actions.history.holds-every-message',
    'rooms.history.holds-every-message',
    'threads.history.holds-every-message',
  ],
  sometimes: 'every second message of a conversation',
  storeWrite: (change, context) =>
    change.kind === 'add message' && everyNth(2, context, change.message.conversation)
      ? null
      : apartFromDropped(change, context),
};
export default fault;
