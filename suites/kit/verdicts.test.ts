import { expect, it } from 'vitest';
import { verdictsOf, worst } from './verdicts.ts';

const check = { requires: ['a', 'b'] };
const of = (ending: Partial<Parameters<typeof verdictsOf>[1]>, ...failed: string[]): Record<string, string> =>
  Object.fromEntries(
    verdictsOf(
      check,
      ending,
      failed.map((requirement) => ({ requirement })),
    ).map(({ requirement, verdict }) => [requirement, verdict]),
  );

it('passes what a check that came to its end did not find broken', () => {
  expect(of({})).toEqual({ a: 'pass', b: 'pass' });
});

it('leaves undecided what a check that was cut short had not come to', () => {
  expect(of({ cutShort: true }, 'a')).toEqual({ a: 'fail', b: 'inconclusive' });
  expect(of({ cutShort: true }, 'c')).toEqual({ a: 'inconclusive', b: 'inconclusive', c: 'fail' });
});

it('passes the rest when the check came to its end although something failed', () => {
  expect(of({}, 'a')).toEqual({ a: 'fail', b: 'pass' });
});

it('blames what was broken in passing, and passes its own', () => {
  expect(of({}, 'c')).toEqual({ a: 'pass', b: 'pass', c: 'fail' });
});

it('cannot judge when something was unmet, and never passes a broken harness', () => {
  expect(of({ reason: 'a fence was lost' })).toEqual({ a: 'inconclusive', b: 'inconclusive' });
  expect(of({ reason: 'TypeError', harness: true })).toEqual({ a: 'harness-error', b: 'harness-error' });
});

it('takes the worst verdict of all', () => {
  expect(worst([])).toBe('pass');
  expect(worst(['pass', 'inconclusive', 'pass'])).toBe('inconclusive');
  expect(worst(['fail', 'inconclusive'])).toBe('fail');
  expect(worst(['fail', 'harness-error'])).toBe('harness-error');
});
