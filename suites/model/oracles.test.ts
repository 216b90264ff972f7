import { expect, it } from 'vitest';
import { dialectNames, loadDialect } from '../../specs/kit/dialect.ts';
import { promisedBy, slugs } from './oracles.ts';

const ids = new Set(dialectNames().flatMap((name) => loadDialect(name).requirements.map(({ id }) => id)));

it('blames only requirements that some dialect has', () => {
  expect(slugs.filter((slug) => !dialectNames().some((name) => ids.has(`${name}.${slug}`)))).toEqual([]);
});

it('says nothing about what a dialect does not promise', () => {
  expect(promisedBy(loadDialect('threads'))('edit is stored')).toBeUndefined();
  expect(promisedBy(loadDialect('receipts'))('edit is stored')).toBe('receipts.edit.stored');
});

it('has something to judge in every dialect', () => {
  for (const name of dialectNames())
    expect(slugs.filter((slug) => ids.has(`${name}.${slug}`)).length, name).toBeGreaterThan(8);
});
