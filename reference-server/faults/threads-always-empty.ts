import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'threads-always-empty',
  dialects: ['threads'],
  kind: 'history',
  says: 'The list of threads is always empty.',
  breaks: ['threads.threads.lists-my-conversations', 'threads.threads.each-conversation-is-listed'],
  storeRead: (query) => (query === 'conversations of a person' ? [] : undefined),
};
export default fault;
