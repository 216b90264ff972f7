import { expect, it } from 'vitest';
import type { Failure } from './model.ts';
import { standardLines, standardText } from './standard-lines.ts';

const requirement = {
  id: 'receipts.history.newest-first',
  level: 'must',
  evidence: 'stated',
  source: 'receipts.md:112',
  says: 'On connect the server sends at most the 50 newest messages of the room, newest first.',
} as const;

const failure: Failure = {
  requirement: requirement.id,
  sent: 'alice → /ws/chat/7/ (connect)',
  expected: 'one array, created_at descending',
  received: 'alice ← [41 messages, created_at ascending from index 0]',
  because: 'item 1 (…12:00:01.120Z) is newer than item 0 (…12:00:01.090Z)',
  again: 'npx chatproof check receipts --only receipts.history.newest-first --seed 4711',
  signature: 'ascending',
  transcript: [
    { t: 0, who: 'alice', kind: 'connecting', where: 'ws #1', what: '' },
    { t: 3, who: 'alice', kind: 'open', where: 'ws #1', what: '' },
    { t: 12.4, who: 'alice', kind: 'received', where: 'ws #1', what: '[…]', offending: true },
  ],
};

it('prints the same lines for every failure', () => {
  const text = standardText(standardLines(failure, requirement), '✗', 88).join('\n');
  expect(text).toMatchInlineSnapshot(`
    "✗ receipts.history.newest-first                          must · stated · receipts.md:112
      On connect the server sends at most the 50 newest messages of the room, newest first.
      sent      alice → /ws/chat/7/ (connect)                                         t+0 ms
      expected  one array, created_at descending
      received  alice ← [41 messages, created_at ascending from index 0]             t+12 ms
      because   item 1 (…12:00:01.120Z) is newer than item 0 (…12:00:01.090Z)
      again     npx chatproof check receipts --only receipts.history.newest-first --seed 4711"
  `);
});

it('puts the facts on a line of their own where they do not fit', () => {
  const [first, second] = standardText(
    standardLines({ ...failure, reproduced: '3/3' }, requirement),
    '✗',
    60,
  );
  expect(first).toBe('✗ receipts.history.newest-first');
  expect(second).toBe('  must · stated · receipts.md:112 · reproduced 3/3');
});

it('leaves the times to a text that says them itself', () => {
  const told = standardLines({ ...failure, received: 'alice ← [] t+9 ms' }, requirement);
  expect(told.lines.map(({ at }) => at)).toEqual(['t+0 ms', undefined, undefined, undefined, undefined]);
});

it('knows no times without an offending frame', () => {
  const untold = standardLines({ ...failure, transcript: [] }, requirement);
  expect(untold.lines.every(({ at }) => at === undefined)).toBe(true);
});

it('cuts every line at the size given, but never the command', () => {
  const long = 'x'.repeat(50);
  const { lines } = standardLines({ ...failure, received: long, again: long }, requirement, 10);
  expect(lines[2]?.text).toBe('xxxxxxxxxx… (40 more characters)');
  expect(lines[4]?.text).toBe(long);
});

it('breaks a text without spaces', () => {
  const lines = standardText(standardLines({ ...failure, because: 'x'.repeat(200) }, requirement), '✗', 60);
  expect(Math.max(...lines.filter((line) => !line.startsWith('  again')).map((line) => line.length))).toBe(
    60,
  );
});
