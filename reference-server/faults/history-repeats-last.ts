import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-repeats-last',
  dialects: ['threads'],
  kind: 'history',
  says: 'The newest message of a conversation is shown twice.',
  breaks: ['threads.history.each-message-once'],
  storeRead: (query, rows) => (query === 'history' ? [...rows, ...rows.slice(-1)] : undefined),
};
export default fault;
