import { expect, it } from 'vitest';
import { cut, startJournal } from './journal.ts';

const line = { who: 'alice', kind: 'sent', where: 'basket' } as const;

it('keeps entries in order and never shows a secret', () => {
  const journal = startJournal(new Map([['s3cret', '‹token of p1›']]));
  journal.add({ ...line, what: 'token=s3cret&again=s3cret' });
  journal.add({ ...line, what: 'second' });
  expect(journal.entries.map(({ what }) => what)).toEqual([
    'token=‹token of p1›&again=‹token of p1›',
    'second',
  ]);
  expect(journal.redact('s3cret')).toBe('‹token of p1›');
});

it('does not take an empty secret for one', () => {
  expect(startJournal(new Map([['', 'x']])).redact('abc')).toBe('abc');
});

it('says when each entry came', () => {
  const journal = startJournal(new Map());
  const [first, second] = [journal.add({ ...line, what: '1' }), journal.add({ ...line, what: '2' })];
  expect(first.t).toBeGreaterThanOrEqual(0);
  expect(second.t).toBeGreaterThanOrEqual(first.t);
});

it('cuts long values, and no character in two', () => {
  expect(cut('short')).toBe('short');
  expect(cut('🧶'.repeat(2_001))).toBe(`${'🧶'.repeat(2_000)}… (4002 characters)`);
});

it('shows both ends of a long check', () => {
  const journal = startJournal(new Map());
  for (let number = 0; number < 450; number += 1) journal.add({ ...line, what: String(number) });
  const shown = journal.transcript();
  expect(shown).toHaveLength(401);
  expect(shown[0]?.what).toBe('0');
  expect(shown[200]).toMatchObject({ who: 'harness', kind: 'note', what: '50 entries left out' });
  expect(shown.at(-1)?.what).toBe('449');
});
