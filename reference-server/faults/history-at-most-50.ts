import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-at-most-50',
  dialects: ['rooms', 'threads'],
  kind: 'history',
  says: 'Of a long conversation only the newest 50 messages are shown.',
  breaks: ['threads.history.comes-whole', 'rooms.history.holds-old-messages'],
  sometimes: 'only in conversations of more than 50 messages',
  storeRead: (query, rows) => (query === 'history' ? rows.slice(-50) : undefined),
};
export default fault;
