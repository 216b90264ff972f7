import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'threads-of-everybody',
  dialects: ['threads'],
  kind: 'authorisation',
  says: 'The list of threads holds those of all people.',
  breaks: ['threads.access.outsider-sees-no-thread'],
  storeRead: (query, _rows, { store }) =>
    query === 'conversations of a person'
      ? store.database.rows("select id, kind, key, createdAt from conversations where kind = 'pair'")
      : undefined,
};
export default fault;
