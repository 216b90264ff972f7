import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'every-second-fetch-is-empty',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'Every second fetch on a receive socket is answered with nothing.',
  breaks: [
    'dialogues.fetch.holds-what-was-heard',
    'dialogues.groups.fetch-holds-what-was-heard',
    'dialogues.sent.means-saved',
  ],
  sometimes: 'The second, fourth, sixth … fetch on one socket.',
  storeRead(query, _rows, { cause, memory }) {
    if (query !== 'pending messages') return undefined;
    const count = Number(memory.get(cause.connection) ?? 0) + 1;
    memory.set(cause.connection, count);
    return count % 2 === 0 ? [] : undefined;
  },
};
export default fault;
