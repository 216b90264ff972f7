import type { Liberty } from '../fault-kit/liberties.ts';

const SECOND = 1_000_000;

const liberty: Liberty = {
  name: 'keeps-whole-seconds',
  dialects: ['rooms', 'threads', 'actions', 'receipts'],
  says: 'Times are those of the last full second.',
  because: 'The documents show how a time is spelled, not how fine it is.',
  clock: (now) => now - (now % SECOND),
};
export default liberty;
