import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-only-of-received-messages',
  dialects: ['threads'],
  kind: 'history',
  says: 'Somebody is shown only the messages that they received.',
  breaks: ['threads.history.holds-both-directions', 'threads.history.same-for-both'],
  storeRead: (query, rows, { cause }) =>
    query === 'history' ? rows.filter(({ sender }) => sender !== cause.by?.id) : undefined,
};
export default fault;
