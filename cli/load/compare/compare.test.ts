import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { LoadResult } from '../../../reports/load/model.ts';
import { sampleReport } from '../../../reports/testing/sample.ts';
import { sampleLoad } from '../../../reports/testing/sample-load.ts';
import { chatproof } from '../../testing/chatproof.ts';

/** A folder with one run for each p95. */
function runs(times: readonly number[], more: Partial<LoadResult> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'chatproof-compare-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [at, p95] of times.entries()) {
    const load = sampleLoad();
    const spreads = load.spreads.map((spread) => ({ ...spread, p95 }));
    mkdirSync(join(folder, String(at)));
    writeFileSync(
      join(folder, String(at), 'report.json'),
      JSON.stringify({ ...sampleReport(), load: { ...load, spreads, ...more } }),
    );
  }
  return folder;
}

const baseline = [100, 110, 90, 105, 95];

it.each([
  ['slower', [132, 141, 121, 142, 124], 1, '1.32 × (1.29–1.36) the baseline, in 5 runs each'],
  ['as fast', [101, 108, 91, 104, 96], 0, 'not worse, at a tolerance of 1.1 ×'],
  ['too noisy', [50, 220, 45, 210, 95], 2, 'cannot tell'],
  ['run once', [100], 2, 'repeat both'],
] as const)('tells whether a result that is %s has become worse', async (_what, now, exit, sentence) => {
  const { code, out } = await chatproof('compare', runs(baseline), runs(now));
  expect(out).toContain(sentence);
  expect(code).toBe(exit);
});

it('finds losses worse, however fast the rest is', async () => {
  const { code, out } = await chatproof('compare', runs(baseline), runs(baseline, { lost: 2 }));
  expect(out).toContain('10 messages were lost, 5 in the baseline');
  expect(code).toBe(1);
});

it.each([
  [() => [runs(baseline), runs(baseline, { scenario: 'media' })], "can't be compared"],
  [() => [runs([]), runs(baseline)], 'holds no result'],
  [() => [runs(baseline), runs(baseline), '--metric', 'chat_delivery'], 'chat_delivery_ms'],
  [() => [runs(baseline), runs(baseline), '--statistic', 'p96'], 'p50, p90'],
])('refuses what it cannot compare: %#', async (words, sentence) => {
  const { code, err } = await chatproof('compare', ...words());
  expect(code).toBe(4);
  expect(err).toContain(sentence);
});
