import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'fetch-stops-at-a-hundred',
  dialects: ['dialogues'],
  kind: 'pagination',
  says: 'A fetch holds a hundred messages at most.',
  breaks: ['dialogues.fetch.each-message-once', 'dialogues.groups.fetch-each-message-once'],
  sometimes: 'When more than a hundred messages wait.',
  storeRead: (query, rows) => (query === 'pending messages' ? rows.slice(0, 100) : undefined),
};
export default fault;
