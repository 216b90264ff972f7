import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Failure } from '../model.ts';
import { bigReport } from '../testing/big.ts';
import { hostileReport } from '../testing/hostile.ts';
import { sampleReport } from '../testing/sample.ts';
import { format } from './html.ts';

const render = (report = sampleReport()) => format.render(report, { colour: false, width: 80 });

it('is one file: nothing in it leads to a request', () => {
  const html = render();
  expect(html).not.toMatch(/<(img|iframe|object|embed|base|audio|video|source)\b/);
  expect(html.match(/<link [^>]*>/g)).toEqual([expect.stringContaining('rel="icon" href="data:')]);
  expect(html.match(/ href="[^#][^"]{0,5}/g)).toEqual([' href="data:i']);
  expect(html).not.toMatch(/ src=|@import|url\(/);
});

it('allows its own style sheet and script only, by their hashes', () => {
  const html = render();
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/
    .exec(html)?.[1]
    ?.replaceAll('&#39;', "'");
  for (const element of ['style', 'script']) {
    const text = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(html)?.[1] ?? '';
    expect(policy).toContain(`${element}-src 'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  }
  expect(policy).toMatch(/^default-src 'none';/);
  expect(policy).not.toContain('unsafe');
});

it.each([
  ['all pass', () => false],
  ['some fail', (i: number) => i % 9 === 0],
  ['all fail', () => true],
])('stays below 2 MB for 400 checks of which %s', (_title, failing) => {
  expect(Buffer.byteLength(render(bigReport(400, failing)))).toBeLessThan(2_000_000);
});

it('stays below 2 MB also when each of 400 checks fails at length', () => {
  const report = bigReport(400, () => true);
  const long = '"'.repeat(20_000);
  const lengthen = (failure: Failure): Failure => ({
    ...failure,
    sent: long,
    expected: long,
    received: long,
    because: long,
    transcript: failure.transcript.map((entry) => ({ ...entry, what: long })),
  });
  const checks = report.checks.map((check) => ({ ...check, failures: check.failures.map(lengthen) }));
  expect(Buffer.byteLength(render({ ...report, checks }))).toBeLessThan(2_000_000);
});

it('holds whatever a target sent as text', () => {
  const html = render(hostileReport());
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toMatch(/<(img|failure|svg onload)/);
  expect(html).not.toMatch(/(?!\n)\p{Cc}|\p{Cs}|[\u202a-\u202e\u2028\u2029]/u);
});

it('names every requirement once, as the target of its link', () => {
  const html = render();
  for (const { id } of sampleReport().requirements) {
    expect(html.split(` id="${id}"`)).toHaveLength(2);
    expect(html).toContain(` href="#${id}"`);
  }
});

it('renders a run that ended before it had a result', () => {
  const empty = { requirements: [], checks: [], dialects: [], observed: [], baselineProblems: [] };
  expect(render(sampleReport({ ...empty, endedEarly: 'nobody answered' }))).toContain('nobody answered');
});
