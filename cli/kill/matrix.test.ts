import { expect, it } from 'vitest';
import { cellOf, isKill } from './cell.ts';
import type { CheckIndex, FaultIndex } from './indexes.ts';
import { matrixOf, withSeeds } from './matrix.ts';
import { furtherTrialsOf, trialsOf } from './plan.ts';
import type { Red, Trial, TrialResult } from './trial.ts';

const trial: Trial = {
  dialect: 'knitting',
  fault: 'knot',
  seed: 1,
  profile: 'standard',
  patience: 1,
  bystanders: [],
  offers: [],
};
const red: Red = {
  requirement: 'knitting.rows.once',
  check: 'knitting/rows',
  profile: 'quick',
  ms: 40,
  steps: 5,
  because: 'a stitch came twice',
};
const clean: TrialResult = { trial, kills: [], besides: [], verdicts: {}, reasons: {}, crashes: [], ms: 1 };
const knot: FaultIndex = {
  name: 'knot',
  kind: 'duplicate',
  says: 'A stitch is there twice.',
  dialects: ['knitting'],
  breaks: ['knitting.rows.once'],
};
const check: CheckIndex = {
  id: 'knitting/rows',
  dialect: 'knitting',
  file: 'rows.check.ts',
  says: 'Rows come once.',
  requires: ['knitting.rows.once'],
  catches: ['knot'],
  profile: 'quick',
};

it('counts a failure of what the fault breaks, and no crash', () => {
  expect(isKill({ ...clean, kills: [red] })).toBe(true);
  expect(isKill({ ...clean, besides: [red] })).toBe(false);
  expect(isKill({ ...clean, kills: [red], crashes: ['Error: out of wool'] })).toBe(false);
});

it('says by what a fault is killed, how soon and in how many seeds', () => {
  const cell = cellOf(knot, 'knitting', [{ ...clean, kills: [{ ...red, ms: 90 }, red] }, clean]);
  expect(cell).toMatchObject({
    caught: false,
    quick: true,
    seedsCaught: 1,
    seeds: 2,
    firstRedMs: 40,
    steps: 5,
  });
  expect(cell.killedBy).toEqual([{ requirement: 'knitting.rows.once', check: 'knitting/rows' }]);
});

it.each([
  ['no check decides what it breaks', clean],
  [
    'every check that decides what it breaks stays green',
    { ...clean, verdicts: { 'knitting/rows': 'pass' as const } },
  ],
  ['the server broke: out of wool', { ...clean, kills: [red], crashes: ['out of wool\n at …'] }],
  ['the harness broke: lost a needle', { trial, problem: 'lost a needle' }],
])('says why a fault survives: %s', (because, result) => {
  expect(cellOf(knot, 'knitting', [result])).toMatchObject({ caught: false, because });
});

it('lists what is unproven', () => {
  const verdicts = { 'knitting/rows': 'fail' as const };
  const results = [{ ...clean, kills: [red], verdicts }];
  const made = {
    cells: [cellOf(knot, 'knitting', results)],
    results,
    checks: [check, { ...check, id: 'knitting/warm' }],
    musts: ['knitting.rows.once', 'knitting.rows.warm'],
    profile: 'standard',
  };
  expect(matrixOf(made)).toMatchObject({
    faultsCaught: 1,
    faultsTotal: 1,
    deterministicMust: { caught: 1, total: 1 },
    checksWithoutKiller: ['knitting/warm'],
    checksThatNeverSurvive: ['knitting/rows', 'knitting/warm'],
    mustsWithoutFault: ['knitting.rows.warm'],
    survivors: [],
  });
});

it('plans the controls of a dialect, every seed of every fault, and bystanders', () => {
  const choice = {
    dialects: ['knitting'],
    optional: { knitting: ['felt'] },
    needs: new Map([['knitting.rows.once', ['restart']]]),
    wants: () => true,
    seeds: 2,
    profile: 'quick' as const,
    patience: 0.2,
  };
  const other = { ...check, id: 'knitting/warm', requires: ['knitting.rows.warm'], catches: [] };
  const trials = trialsOf(choice, [knot], [check, other]);
  expect(trials.map(({ fault, seed }) => [fault, seed])).toEqual([
    [undefined, 1],
    ['no fault at all', 1],
    [undefined, 1],
    ['knot', 1],
    ['knot', 2],
  ]);
  expect(trials[2]).toMatchObject({ offers: ['felt'], restarts: true });
  expect(trials[3]).toMatchObject({ bystanders: ['knitting/warm'], restarts: true, offers: [] });
  expect(trials[4]).toMatchObject({ bystanders: [], hurried: true });
});

it('lets checks that need a special server watch faults that are none of their business', () => {
  const choice = {
    dialects: ['knitting'],
    optional: { knitting: ['felt'] },
    needs: new Map([['knitting.rows.felted', ['felt']]]),
    wants: () => true,
    seeds: 1,
    profile: 'quick' as const,
    patience: 0.2,
  };
  const felted = { ...check, id: 'knitting/felted', requires: ['knitting.rows.felted'], catches: [] };
  const watching = trialsOf(choice, [knot], [check, felted]).filter(({ watches }) => watches);
  expect(watching.length).toBeGreaterThan(0);
  for (const trial of watching)
    expect(trial).toMatchObject({ offers: ['felt'], restarts: true, bystanders: ['knitting/felted'] });
});

it('asks checks that any server with people of its own can answer at ordinary faults', () => {
  const choice = {
    dialects: ['knitting'],
    optional: { knitting: ['felt'] },
    needs: new Map([['knitting.rows.warm', ['groups']]]),
    wants: () => true,
    seeds: 1,
    profile: 'quick' as const,
    patience: 0.2,
  };
  const warm = { ...check, id: 'knitting/warm', requires: ['knitting.rows.warm'], catches: [] };
  const trials = trialsOf(choice, [knot], [check, warm]);
  expect(trials.filter(({ watches }) => watches)).toEqual([]);
  expect(trials.find(({ fault }) => fault === 'knot')?.bystanders).toEqual(['knitting/warm']);
});

it('puts the figures of one dialect into an earlier matrix', () => {
  const purling = { ...check, id: 'purling/rows', dialect: 'purling' };
  const both = { musts: [], profile: 'standard' };
  const earlier = matrixOf({
    ...both,
    results: [],
    cells: [cellOf(knot, 'knitting', [clean]), cellOf(knot, 'purling', [clean])],
    checks: [check, purling],
  });
  const results = [{ ...clean, kills: [red] }];
  const cells = [cellOf(knot, 'knitting', results)];
  expect(matrixOf({ ...both, results, cells, checks: [check] }, earlier)).toMatchObject({
    trialsCaught: 1,
    trialsTotal: 2,
    survivors: ['purling knot'],
    checksWithoutKiller: ['purling/rows'],
    firstRedMs: { half: 40, most: 40 },
  });
});

it('adds further seeds to what is known', () => {
  const kill = { ...clean, kills: [red] };
  const cells = [cellOf(knot, 'knitting', [kill])];
  const both = { musts: [], profile: 'standard' };
  const earlier = matrixOf({ ...both, results: [kill], cells, checks: [check] });
  const [cell] = withSeeds(earlier, [kill, clean]).cells;
  expect(cell).toMatchObject({ seeds: 3, seedsCaught: 2, caught: false });
  expect(withSeeds(earlier, [kill, kill])).toMatchObject({ seeds: 3, trialsCaught: 1, survivors: [] });
});

it('plans further seeds, each of which ends with the first kill', () => {
  const choice = { dialects: ['knitting'], optional: {}, needs: new Map(), wants: () => true };
  const seeds = { seeds: 2, after: 3, profile: 'quick' as const, patience: 0.2 };
  const trials = furtherTrialsOf({ ...choice, ...seeds }, [knot]);
  expect(trials.map(({ seed, hurried }) => [seed, hurried])).toEqual([
    [4, true],
    [5, true],
  ]);
});
