import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-newest-first-for-receiver',
  dialects: ['rooms', 'threads'],
  kind: 'history',
  says: 'One of two people is shown the messages newest first, the other one oldest first.',
  breaks: ['threads.history.same-for-both', 'rooms.history.same-for-both-people'],
  sometimes: 'only for one of two people',
  storeRead: (query, rows, { cause }) =>
    query === 'history' &&
    cause.by?.id === Math.max(...rows.flatMap((row) => [Number(row['sender']), Number(row['receiver'])]))
      ? rows.toReversed()
      : undefined,
};
export default fault;
