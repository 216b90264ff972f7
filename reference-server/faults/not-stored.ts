import type { Fault } from '../fault-kit/faults.ts';
import { apartFromDropped } from '../fault-kit/rows.ts';

const fault: Fault = {
  name: 'not-stored',
  dialects: 'all',
  kind: 'persistence',
  says: 'Messages reach whoever is connected, and are gone afterwards.',
  breaks: [
    'receipts.history.holds-every-message',
    'actions.history.holds-every-message',
    'rooms.history.holds-every-message',
    'threads.history.holds-every-message',
    'dialogues.fetch.holds-what-was-heard',
    'receipts.delivery.waits-for-the-absent',
    'actions.delivery.waits-for-the-absent',
    'rooms.delivery.waits-for-the-absent',
    'threads.history.holds-what-was-sent-to-the-absent',
    'dialogues.fetch.holds-what-was-missed',
    'dialogues.sent.means-saved',
    'dialogues.groups.fetch-holds-what-was-missed',
    'dialogues.groups.fetch-holds-what-was-heard',
    'dialogues.groups.msg-sent-means-saved',
  ],
  storeWrite: (change, context) => (change.kind === 'add message' ? null : apartFromDropped(change, context)),
};
export default fault;
