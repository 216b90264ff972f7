import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'conversations-at-most-one',
  dialects: ['rooms'],
  kind: 'pagination',
  says: 'The list holds one conversation at most.',
  breaks: ['rooms.conversations.lists-every-conversation'],
  sometimes: 'only for somebody with several conversations',
  storeRead: (query, rows) => (query === 'conversations of a person' ? rows.slice(0, 1) : undefined),
};
export default fault;
