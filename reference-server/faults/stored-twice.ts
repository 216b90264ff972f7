import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'stored-twice',
  dialects: ['actions', 'receipts', 'rooms', 'threads'],
  kind: 'duplicate',
  says: 'Each message is in the history twice.',
  breaks: [
    'receipts.history.holds-every-message',
    'actions.history.holds-every-message',
    'rooms.history.holds-every-message',
    'threads.history.each-message-once',
  ],
  storeWrite(change, { store }) {
    if (change.kind === 'add message') store.apply(change);
    return undefined;
  },
};
export default fault;
