import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../specs/kit/root.ts';
import { lines, readJournal, writeJournal } from './journal.ts';
import { findingsIn } from './judges.ts';

const good = '{"t":0,"kind":"connect","person":"bob","socket":"bob 1"}\n{"t":1,"kind":"settled"}\n';

it('reads what it writes', () => {
  expect(writeJournal(readJournal(good, 'a.jsonl').events)).toBe(good);
});

it('reads over empty lines and fields that it does not know', () => {
  const { numbers } = readJournal(`\n${good}\n{"t":2,"kind":"settled","mood":"fine"}`, 'a.jsonl');
  expect(numbers).toEqual([2, 3, 5]);
});

it.each([
  ['{"t":', 'a.jsonl:3 is not JSON: it begins with "{\\"t\\":".'],
  ['7', 'a.jsonl:3 is 7: give an object with "t" and "kind".'],
  [
    '{"t":2,"kind":"setled"}',
    'a.jsonl:3 has the kind "setled", which is none of a journal\'s. Did you mean "settled"?',
  ],
  ['{"kind":"settled"}', 'a.jsonl:3 has no "t": add it, as a number.'],
  [
    '{"t":0.5,"kind":"settled"}',
    'a.jsonl:3 has t 0.5, which is before 1 of the line above: put the lines in the order of one clock.',
  ],
  ['{"t":2,"kind":"disconnect","person":"bob"}', 'a.jsonl:3 has no "socket": add it, as a text.'],
  [
    '{"t":2,"kind":"disconnect","person":7,"socket":"s"}',
    'a.jsonl:3 has "person" of 7, which has to be a text.',
  ],
  [
    '{"t":2,"kind":"view","person":"bob","conversation":"c","asked":1,"messages":[{"id":1}]}',
    'a.jsonl:3 has "messages", whose entry 1 has no "message": add it, as a text or a number.',
  ],
])('says what is wrong with the line %s', (line, sentence) => {
  expect(() => readJournal(good + line, 'a.jsonl')).toThrow(sentence);
});

it('reads the example of the documentation, and finds what it says', () => {
  const text = readFileSync(join(packageRoot(), 'docs/journal-format.md'), 'utf8');
  const [, example = ''] = /```\n([^`]+)```/.exec(text) ?? [];
  const found = findingsIn(readJournal(example, 'example').events).map(({ because }) => because);
  expect(found).toEqual(['bob\'s socket "bob 1" heard "hi" 2 times']);
});

it('documents every kind of line with its fields', () => {
  const text = readFileSync(join(packageRoot(), 'docs/journal-format.md'), 'utf8');
  for (const [kind, { has, may }] of Object.entries(lines)) {
    const row = text.split('\n').find((line) => line.startsWith(`| \`${kind}\` |`)) ?? '';
    const documented = [...(row.split('|')[2] ?? '').matchAll(/`(\w+)`(\??)/g)].map(([, a, b]) => `${a}${b}`);
    const known = [...Object.keys(has), ...Object.keys(may).map((field) => `${field}?`)];
    expect([kind, new Set(documented)]).toEqual([kind, new Set(known)]);
  }
});
