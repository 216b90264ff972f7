import { expect, it } from 'vitest';
import { dialectNames } from '../../specs/kit/dialect.ts';
import { chatproof } from '../testing/chatproof.ts';
import { findK6 } from './k6.ts';
import { exactly, overtaken } from './testing/exact-faults.ts';
import { k6Missing } from './testing/k6-missing.ts';
import { runLoad } from './testing/run-load.ts';

const missing = k6Missing();
if (missing !== undefined) process.stderr.write(`cli/load/load.test.ts is skipped: ${missing}\n`);
const withK6 = it.skipIf(missing !== undefined);

/** What the ledger found, without the times. */
const clean = { lost: 0, duplicated: 0, reordered: 0, foreign: 0, errors: {} };

/** All stories at once, except for the fan-out. */
withK6.each(dialectNames())('finds nothing wrong in %s, in two seconds of a mixed day', async (dialect) => {
  const { code, err, result } = await runLoad(dialect, { scenario: 'mixed-day' });
  expect(result, err).toMatchObject(clean);
  expect(result.sent).toBeGreaterThan(100);
  expect(result.delivered).toBe(result.sent);
  expect(result.objectives.filter(({ kept }) => !kept)).toEqual([]);
  expect(code).toBe(0);
});

withK6.each(dialectNames())('hears each message on every socket in the fan-out of %s', async (dialect) => {
  const { code, err, result } = await runLoad(dialect, { scenario: 'fan-out', seconds: 1, rate: 200 });
  expect(result, err).toMatchObject(clean);
  expect(result.delivered).toBe(result.sent);
  expect(code).toBe(0);
});

/** Four conversations, in which each of two people says forty messages. */
const eight = { conversations: 4, rate: 100, seconds: 3.2, words: ['--drain', '2'] };

withK6.each(dialectNames())('counts exactly what is wrong in %s, each by its own metric', async (dialect) => {
  const faults = await Promise.all([
    exactly('drop-message', (n) => n === 5),
    exactly('deliver-twice', (n) => n === 10),
    overtaken((n) => n === 15),
    exactly('leaks-to-everybody', (n) => n === 20),
    // Nothing comes after the last, so that nothing overtakes it.
    exactly('delay-message', (n) => n === 39),
  ]);
  // One delivery in forty is late.
  const thresholds = { chat_delivery_ms: ['p(99)<300'] };
  const { code, err, result } = await runLoad(dialect, { ...eight, faults, thresholds });
  const wrong = { lost: 8, duplicated: 8, reordered: 8, foreign: 8 * 6 };
  expect(result, err).toMatchObject({ ...wrong, sent: 320, delivered: 312, errors: {} });
  const broken = result.objectives.flatMap(({ metric, kept }) => (kept ? [] : [metric]));
  expect(broken.sort()).toEqual([
    'chat_delivery_ms',
    'chat_duplicated',
    'chat_foreign',
    'chat_lost',
    'chat_reordered',
  ]);
  expect(code).toBe(1);
});

const few = { scenario: 'history', conversations: 4, rate: 2000, seconds: 0.5, words: ['--drain', '1'] };

withK6.each(dialectNames())('finds nothing wrong with long histories of %s', async (dialect) => {
  const { code, err, result } = await runLoad(dialect, few);
  expect(result, err).toMatchObject({ ...clean, others: {} });
  expect(result.delivered).toBe(result.sent);
  expect(code).toBe(0);
});

withK6.each([
  ['receipts', 'history-of-everything', 'chat_history_wrong'],
  ['actions', 'history-newest-first', 'chat_history_wrong'],
  ['actions', 'history-skips-the-newest', 'chat_lost'],
  ['receipts', 'history-of-oldest-50', 'chat_lost'],
  ['threads', 'history-at-most-100', 'chat_lost'],
  ['dialogues', 'fetch-deletes', 'chat_lost'],
  ['rooms', 'history-unsorted', 'chat_reordered'],
  ['actions', 'list-shows-the-oldest-message', 'chat_history_wrong'],
  ['rooms', 'conversations-of-everybody', 'chat_foreign'],
])('finds in the histories of %s, by its own metric, that %s', async (dialect, fault, metric) => {
  const { code, err, result } = await runLoad(dialect, { ...few, faults: [fault] });
  const broken = result.objectives.flatMap((one) => (one.kept ? [] : [one.metric]));
  expect(broken, err).toEqual([metric]);
  expect(code).toBe(1);
});

it('says how to get k6 when CHATPROOF_K6 names none', () => {
  expect(findK6({ CHATPROOF_K6: '/nowhere/k6' })).toBeUndefined();
  expect(k6Missing({ CHATPROOF_K6: '/nowhere/k6' })).toContain('CHATPROOF_K6');
  expect(() => k6Missing({ CHATPROOF_K6: '/nowhere/k6', CHATPROOF_REQUIRE: 'docker,k6' })).toThrow(
    'k6 is missing',
  );
});

it.each([
  [['--profile', 'smok'], 'smoke'],
  [['--scenario', 'talk'], 'conversation'],
  [['--rate', 'fast'], '--rate is "fast"'],
])('refuses %j with one sentence', async (words, sentence) => {
  const { code, err } = await chatproof('load', 'receipts', ...words);
  expect(code).toBe(4);
  expect(err).toContain(sentence);
});
