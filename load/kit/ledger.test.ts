import { expect, it } from 'vitest';
import { type Ledger, ledgerOf } from './ledger.ts';
import { type Stamp, WRITTEN } from './stamp.ts';

const stamp = (n: number, more: Partial<Stamp> = {}): Stamp => ({
  run: 'r',
  conversation: 7,
  sender: 0,
  n,
  scheduledAt: 0,
  ...more,
});

/** What the second of two people hears, after the first has sent this many. */
function after(count: number): Ledger {
  const ledger = ledgerOf(7, 1);
  for (let n = 0; n < count; n += 1) ledger.sent();
  return ledger;
}

it('finds nothing wrong with what arrives once and in order', () => {
  const ledger = after(2);
  expect([0, 1].map((n) => ledger.heard(stamp(n)))).toEqual([['delivered'], ['delivered']]);
  expect(ledger.missing).toBe(0);
});

it('misses what was sent and not heard', () => {
  const ledger = after(3);
  ledger.heard(stamp(1));
  expect(ledger.missing).toBe(2);
});

it('counts each repetition once', () => {
  const ledger = after(1);
  expect([0, 0, 0].map((n) => ledger.heard(stamp(n)))).toEqual([
    ['delivered'],
    ['duplicated'],
    ['duplicated'],
  ]);
});

it('takes a message that was overtaken for delivered and reordered, and a gap for neither', () => {
  const ledger = after(4);
  expect([0, 2, 1, 3].map((n) => ledger.heard(stamp(n)))).toEqual([
    ['delivered'],
    ['delivered'],
    ['delivered', 'reordered'],
    ['delivered'],
  ]);
});

it('knows what belongs to another conversation, or was never sent', () => {
  const ledger = after(1);
  expect(ledger.heard(stamp(0, { conversation: 8 }))).toEqual(['foreign']);
  expect(ledger.heard(stamp(5))).toEqual(['foreign']);
  expect(ledger.missing).toBe(1);
});

it('leaves out echoes and greetings', () => {
  const ledger = after(1);
  expect(ledger.heard(stamp(0, { sender: 1 }))).toEqual(['own']);
  expect(ledger.heard(stamp(-1))).toEqual(['greeting']);
  expect(ledger.missing).toBe(1);
});

it('leaves what was written to who is not there to the history', () => {
  const ledger = after(1);
  expect(ledger.heard(stamp(0, { sender: WRITTEN }))).toEqual([]);
  expect(ledger.missing).toBe(1);
});
