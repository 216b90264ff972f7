import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'threads-only-the-newest',
  dialects: ['threads'],
  kind: 'history',
  says: 'The list of threads holds only the newest.',
  breaks: ['threads.threads.each-conversation-is-listed'],
  sometimes: 'only for somebody with several threads',
  storeRead: (query, rows) => (query === 'conversations of a person' ? rows.slice(-1) : undefined),
};
export default fault;
