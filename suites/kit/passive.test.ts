import { expect, it } from 'vitest';
import type { Entry } from './outcome.ts';
import { startLedger } from './passive.ts';

const entry: Entry = { t: 0, who: 'alice', kind: 'received', where: 'basket', what: '{}' };
const violation = {
  requirement: 'knitting.wool.shape',
  kind: 'shape' as const,
  where: '/at',
  says: '/at is missing',
};

it('notes a breach with the entry that shows it, once', () => {
  const ledger = startLedger(() => false);
  ledger.record('a wool frame', entry, [], [violation, violation]);
  ledger.record('a wool frame', { ...entry }, [], [violation]);
  expect(ledger.breaches).toEqual([
    { requirement: 'knitting.wool.shape', says: '/at is missing', entry, of: 'a wool frame' },
  ]);
  expect(ledger.breaches[0]?.entry).toBe(entry);
});

it('notes two different things that are wrong', () => {
  const ledger = startLedger(() => false);
  ledger.record('a wool frame', entry, [], [violation, { ...violation, says: '/colour is missing' }]);
  expect(ledger.breaches).toHaveLength(2);
});

it('forgives a declared alternative, and blames nobody without a requirement', () => {
  const ledger = startLedger((id) => id === 'knitting.wool.shape');
  const { requirement: _none, ...unnamed } = violation;
  ledger.record('a wool frame', entry, [], [violation, unnamed]);
  expect(ledger.breaches).toEqual([]);
});

it('remembers what it has seen, also where nothing was wrong', () => {
  const ledger = startLedger(() => false);
  ledger.record('a wool frame', entry, ['knitting.wool.shape', undefined], []);
  expect([...ledger.seen]).toEqual(['knitting.wool.shape']);
});
