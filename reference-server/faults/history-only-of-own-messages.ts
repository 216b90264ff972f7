import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-only-of-own-messages',
  dialects: ['actions', 'receipts', 'rooms', 'threads'],
  kind: 'history',
  says: 'Somebody is shown only the messages that they wrote themselves.',
  breaks: [
    '*.history.same-for-both-members',
    'threads.history.holds-both-directions',
    'threads.history.same-for-both',
    'rooms.history.holds-every-message',
    'rooms.history.same-for-both-people',
  ],
  storeRead: (query, rows, { cause }) =>
    query === 'history' ? rows.filter(({ sender }) => sender === cause.by?.id) : undefined,
};
export default fault;
