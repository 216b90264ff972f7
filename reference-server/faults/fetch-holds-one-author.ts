import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'fetch-holds-one-author',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'A fetch holds only the messages of one author.',
  breaks: ['dialogues.fetch.holds-what-was-missed', 'dialogues.groups.fetch-holds-what-was-missed'],
  sometimes: 'When messages of several authors wait.',
  storeRead: (query, rows) =>
    query === 'pending messages' ? rows.filter(({ sender }) => sender === rows[0]?.['sender']) : undefined,
};
export default fault;
