// Laws over all checks and all faults: what is not proven to fail proves nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { brokenBy } from '../../reference-server/fault-kit/breaks.ts';
import { faultNames, loadFault } from '../../reference-server/fault-kit/fault-files.ts';
import { appliesTo } from '../../reference-server/fault-kit/faults.ts';
import { dialectNames, loadDialect } from '../../specs/kit/dialect.ts';
import { packageRoot } from '../../specs/kit/root.ts';
import { everyCheck, everyFault } from './indexes.ts';
import type { Matrix } from './matrix.ts';

const checks = await everyCheck();
const faults = await everyFault();

it('catches in every check only faults that there are, in its dialect, and that break what it decides', () => {
  const wrong = checks.flatMap(({ id, dialect, catches, requires }) =>
    catches.flatMap((name) => {
      const fault = faults.find((one) => one.name === name);
      if (fault === undefined) return [`${id}: there is no fault ${name}`];
      if (!fault.dialects.includes(dialect)) return [`${id}: ${name} does not apply to ${dialect}`];
      return requires.some((one) => fault.breaks.includes(one))
        ? []
        : [`${id}: ${name} breaks nothing of it`];
    }),
  );
  expect(wrong).toEqual([]);
});

it('breaks with every fault, in every dialect that it applies to, requirements that there are', async () => {
  const ids = new Set(dialectNames().flatMap((name) => loadDialect(name).requirements.map(({ id }) => id)));
  const wrong: string[] = [];
  for (const name of faultNames()) {
    const fault = await loadFault(name);
    for (const id of fault.breaks) {
      const exists = id.startsWith('*.')
        ? dialectNames().some((dialect) => appliesTo(fault, dialect) && ids.has(dialect + id.slice(1)))
        : ids.has(id);
      if (!exists) wrong.push(`${name}: ${id} is no requirement`);
    }
    for (const dialect of fault.underLoad === true ? [] : dialectNames())
      if (appliesTo(fault, dialect) && brokenBy(fault, dialect).length === 0)
        wrong.push(`${name}: breaks nothing in ${dialect}`);
  }
  expect(wrong).toEqual([]);
});

it('breaks every requirement of level must with some fault', () => {
  const broken = new Set(faults.flatMap(({ breaks }) => breaks));
  const musts = dialectNames().flatMap((name) =>
    loadDialect(name).requirements.filter(
      ({ level, untested }) => level === 'must' && untested === undefined,
    ),
  );
  expect(musts.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([]);
});

it('has enough faults, of enough kinds, in every dialect, and enough that hit only sometimes', () => {
  expect(faults.length).toBeGreaterThanOrEqual(150);
  expect(new Set(faults.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(15);
  expect(faults.filter(({ sometimes }) => sometimes !== undefined).length).toBeGreaterThanOrEqual(40);
  for (const name of dialectNames())
    expect(faults.filter(({ dialects }) => dialects.includes(name)).length, name).toBeGreaterThanOrEqual(25);
});

it('reddens every check by some fault, and leaves it green at another, in the committed matrix', () => {
  const matrix = committedMatrix();
  const proven = new Set(matrix.cells.flatMap(({ killedBy }) => killedBy.map(({ check }) => check)));
  expect(checks.filter(({ id }) => !proven.has(id)).map(({ id }) => id)).toEqual([]);
  expect(matrix.checksThatNeverSurvive).toEqual([]);
});

it('has tried every fault of today in the committed matrix, and found the clean server green', () => {
  const matrix = committedMatrix();
  const tried = new Set(matrix.cells.map(({ fault, dialect }) => `${dialect} ${fault}`));
  const untried = faults.flatMap(({ name, dialects }) => dialects.map((dialect) => `${dialect} ${name}`));
  expect(untried.filter((one) => !tried.has(one))).toEqual([]);
  const controls = Object.values(matrix.controls).flatMap((one) => Object.values(one));
  expect(controls.filter((verdict) => !verdict.startsWith('green'))).toEqual([]);
});

function committedMatrix(): Matrix {
  return JSON.parse(readFileSync(join(packageRoot(), 'docs/kill-matrix.json'), 'utf8'));
}
