import { expect, it } from 'vitest';
import { dialectNames } from '../../specs/kit/dialect.ts';
import { chatproof } from '../testing/chatproof.ts';
import { findK6 } from './k6.ts';
import { k6Missing } from './testing/k6-missing.ts';
import { runLoad } from './testing/run-load.ts';

const missing = k6Missing();
if (missing !== undefined) process.stderr.write(`cli/load/load.test.ts is skipped: ${missing}\n`);
const withK6 = it.skipIf(missing !== undefined);

/** What the ledger found, without the times. */
const clean = { lost: 0, duplicated: 0, reordered: 0, foreign: 0, errors: {} };

withK6.each(dialectNames())('finds nothing wrong in %s, in two seconds of smoke', async (dialect) => {
  const { code, result } = await runLoad(dialect);
  expect(result).toMatchObject({ ...clean, sent: 200, delivered: 200 });
  expect(code).toBe(0);
});

/** One delivery in a hundred is affected, by chance that is fixed. */
withK6.each([
  ['drop-message', 'lost'],
  ['deliver-twice', 'duplicated'],
  ['leaks-to-everybody', 'foreign'],
] as const)('finds %s by what is %s, and by nothing else', async (fault, metric) => {
  const { code, result } = await runLoad('receipts', { fault, rate: 300, seconds: 4 });
  const { sent, delivered, lost } = result;
  expect(result[metric]).toBeGreaterThan(0);
  expect(delivered + lost).toBe(sent);
  expect(result).toMatchObject({ ...clean, [metric]: result[metric] });
  const broken = result.objectives.filter(({ kept }) => !kept);
  expect(broken).toMatchObject([{ metric: `chat_${metric}`, value: result[metric] }]);
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
