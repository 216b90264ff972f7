import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Ledger, ledgerOf } from './ledger.ts';
import { headsOf, reading, type Stamp, WRITTEN, written } from './stamp.ts';

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
  expect([0, 1].map((n) => ledger.heard(stamp(n)))).toEqual(['delivered', 'delivered']);
  expect(ledger.missing).toBe(0);
});

it('misses what was sent and not heard', () => {
  const ledger = after(3);
  ledger.heard(stamp(1));
  expect(ledger.missing).toBe(2);
});

it('counts each repetition once', () => {
  const ledger = after(1);
  expect([0, 0, 0].map((n) => ledger.heard(stamp(n)))).toEqual(['delivered', 'duplicated', 'duplicated']);
});

it('takes a message that was overtaken for delivered and reordered, and a gap for neither', () => {
  const ledger = after(4);
  expect([0, 2, 1, 3].map((n) => ledger.heard(stamp(n)))).toEqual([
    'delivered',
    'delivered',
    'reordered',
    'delivered',
  ]);
});

it('knows what belongs to another conversation, or was never sent', () => {
  const ledger = after(1);
  expect(ledger.heard(stamp(0, { conversation: 8 }))).toBe('foreign');
  expect(ledger.heard(stamp(5))).toBe('foreign');
  expect(ledger.missing).toBe(1);
});

it('leaves out echoes and greetings', () => {
  const ledger = after(1);
  expect(ledger.heard(stamp(0, { sender: 1 }))).toBe('own');
  expect(ledger.heard(stamp(-1))).toBe('greeting');
  expect(ledger.missing).toBe(1);
});

it('leaves what was written to who is not there to the history', () => {
  const ledger = after(1);
  expect(ledger.heard(stamp(0, { sender: WRITTEN }))).toBeUndefined();
  expect(ledger.missing).toBe(1);
});

it('judges by the short way as by the long one', () => {
  const read = reading('r');
  const message = fc.record({
    conversation: fc.constantFrom(7, 7, 7, 7, 8),
    sender: fc.constantFrom(0, 0, 0, 0, 1, WRITTEN),
    n: fc.integer({ min: -1, max: 8 }),
  });
  // Mostly in order, with whatever may come in between.
  const few = fc.array(message, { maxLength: 3 });
  const arrivals = fc
    .tuple(...Array.from({ length: 6 }, () => few))
    .map((between) => between.flatMap((more, n) => [...more, { conversation: 7, sender: 0, n }]));
  fc.assert(
    fc.property(arrivals, fc.integer({ min: 0, max: 8 }), (all, said) => {
      const [quick, slow] = [ledgerOf(7, 1, headsOf('r', 7, 0)), after(said)];
      for (let n = 0; n < said; n += 1) quick.sent();
      for (const [at, one] of all.entries()) {
        const text = written(stamp(one.n, { ...one, scheduledAt: at }));
        const due = quick.next(text);
        const judged = due === undefined ? quick.heard(read(text) ?? stamp(Number.NaN)) : 'delivered';
        expect(judged).toBe(slow.heard(stamp(one.n, { ...one, scheduledAt: at })));
        if (due !== undefined) expect(due).toBe(at);
        expect(quick.missing).toBe(slow.missing);
      }
    }),
  );
});
