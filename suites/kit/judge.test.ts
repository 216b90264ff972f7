import { expect, it } from 'vitest';
import { knitting } from '../../specs/kit/testing/knitting.ts';
import type { RunContext } from './context.ts';
import type { Driver } from './driver.ts';
import { Failure, Failures, TokenExpired, Unmet } from './failure.ts';
import { type Definition, judge, notApplicable, type Shared } from './judge.ts';
import { leases } from './lease.ts';
import { patienceOf } from './patience.ts';
import { Socket } from './socket.ts';
import { secretsOf } from './target.ts';
import { contextAt } from './testing/world.ts';
import type { World } from './world.ts';

const driver: Driver<World> = {
  dialect: 'knitting',
  needs: [],
  rooms: false,
  groups: false,
  auth: { http: { in: 'none' }, ws: { in: 'none' } },
  optional: [],
  cast: (world) => world,
  verbs: () => {
    throw new Error('Nobody says anything here.');
  },
};

const broken = new Failure({ expected: 'a row', received: 'token-of-p1', because: 'row 7 is missing' });

async function judged(
  run: (world: World) => Promise<void> | void,
  more: Partial<RunContext> = {},
  shared: Partial<Shared> = {},
) {
  const people = ['p1', 'p2', 'p3'].map((key) => ({ key, token: `token-of-${key}` }));
  const context = contextAt(
    { http: 'http://127.0.0.1:9', ws: 'ws://127.0.0.1:9' },
    { people: { people, rooms: [], groups: [], disposable: [] }, again: ' --target x', ...more },
  );
  const whole: Shared = {
    context,
    dialect: knitting,
    secrets: secretsOf(people),
    leases: leases(context.people),
    patience: patienceOf(0.01),
    run: { tokensThatWorked: new Set(), missing: new Set(), repeated: 0 },
    requirement: () => {
      throw new Error('Nobody asks for a requirement here.');
    },
    renew: async () => undefined,
    ...shared,
  };
  const check: Definition<World> = {
    id: 'knitting/knitting/rows.check.ts/Rows are warm.',
    file: 'suites/knitting/rows.check.ts',
    says: 'Rows are warm.',
    requires: ['knitting.rows.warm', 'knitting.rows.red'],
    catches: [],
    run: async (world) => run(world),
  };
  return { outcome: await judge(whole, driver, check), shared: whole };
}

it('passes when nothing is wrong', async () => {
  const { outcome } = await judged(() => undefined);
  expect(outcome).toMatchObject({ verdict: 'pass', failures: [], dialect: 'knitting' });
  expect(outcome.verdicts.map(({ verdict }) => verdict)).toEqual(['pass', 'pass']);
});

it('blames the first requirement when a failure names none, and shows no token', async () => {
  const { outcome } = await judged(() => {
    throw broken;
  });
  expect(outcome.verdict).toBe('fail');
  expect(outcome.failures).toMatchObject([
    {
      requirement: 'knitting.rows.warm',
      received: '‹token of p1›',
      signature: 'row <n> is missing',
      again: 'npx chatproof check knitting --only knitting.rows.warm --seed 1 --target x',
    },
  ]);
  expect(outcome.verdicts).toEqual([
    { requirement: 'knitting.rows.warm', verdict: 'fail' },
    { requirement: 'knitting.rows.red', verdict: 'inconclusive' },
  ]);
});

it('blames each requirement that several failures name', async () => {
  const named = (requirement: string) => new Failure({ ...broken.lines, requirement });
  const { outcome } = await judged(() => {
    throw new Failures([named('knitting.rows.red')]);
  });
  expect(outcome.verdicts).toEqual([
    { requirement: 'knitting.rows.warm', verdict: 'pass' },
    { requirement: 'knitting.rows.red', verdict: 'fail' },
  ]);
});

it('cannot judge without what it needs', async () => {
  const { outcome } = await judged(() => {
    throw new Unmet('no wool came');
  });
  expect(outcome).toMatchObject({ verdict: 'inconclusive', reason: 'no wool came', failures: [] });
});

it('lets nothing that a check left behind reach the target', async () => {
  const left: { goOn: () => void; opens: Promise<unknown>; asks: Promise<unknown> }[] = [];
  const { outcome } = await judged(async (world) => {
    let goOn: () => void = () => undefined;
    const over = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const opens = over.then(() => world.open(Socket, { who: 'alice', channel: 'basket', token: undefined }));
    const asks = over.then(() => world.call('cast', { who: 'alice', token: undefined }));
    left.push({ goOn, opens, asks });
    await Promise.all([opens, asks, Promise.reject(broken)]);
  });
  expect(outcome.verdict).toBe('fail');
  for (const { goOn, opens, asks } of left) {
    goOn();
    await expect(opens).rejects.toThrow('The check was over before this was done.');
    await expect(asks).rejects.toThrow('The check was over before this was done.');
  }
  expect.assertions(3);
});

it('blames itself for any other error', async () => {
  const { outcome } = await judged(() => {
    throw new TypeError('a knot');
  });
  expect(outcome.verdict).toBe('harness-error');
  expect(outcome.reason).toContain('TypeError: a knot');
});

it('cannot judge a check that comes to no end', async () => {
  const { outcome } = await judged(() => new Promise(() => undefined));
  expect(outcome).toMatchObject({ verdict: 'inconclusive', reason: /did not come to an end/ });
});

it('fails for what was wrong in passing, and points at it', async () => {
  const { outcome } = await judged((world) => {
    const entry = world.journal.add({ who: 'alice', kind: 'received', where: 'basket', what: '{}' });
    const says = '/at is missing';
    world.ledger.record(
      'a wool frame',
      entry,
      [],
      [{ requirement: 'knitting.wool.shape', kind: 'shape', where: '/at', says }],
    );
  });
  expect(outcome.verdict).toBe('fail');
  expect(outcome.verdicts.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'fail']);
  expect(outcome.failures[0]?.transcript[0]).toMatchObject({ what: '{}', offending: true });
});

it('repeats a failure on fresh people and says how often it came again, but never takes it back', async () => {
  let times = 0;
  const { outcome } = await judged(
    () => {
      times += 1;
      if (times !== 2) throw broken;
    },
    { repeats: 2 },
  );
  expect(times).toBe(3);
  expect(outcome).toMatchObject({ verdict: 'fail', failures: [{ reproduced: '2/3' }] });
});

it('does not repeat what passes or cannot be judged', async () => {
  let times = 0;
  const count = () => {
    times += 1;
  };
  await judged(count, { repeats: 2 });
  await judged(
    () => {
      count();
      throw new Unmet('no wool came');
    },
    { repeats: 2 },
  );
  expect(times).toBe(2);
});

it('starts over once with renewed people when a token has expired', async () => {
  let [times, renewed] = [0, 0];
  const renew = async () => {
    renewed += 1;
  };
  const expiring = (until: number) => () => {
    times += 1;
    if (times <= until) throw new TokenExpired('alice');
  };
  expect((await judged(expiring(1), {}, { renew })).outcome.verdict).toBe('pass');
  expect([times, renewed]).toEqual([2, 1]);
  times = 0;
  expect((await judged(expiring(9), {}, { renew })).outcome.verdict).toBe('inconclusive');
  expect([times, renewed]).toEqual([2, 2]);
});

it('gives the people back however the check ends', async () => {
  const { shared } = await judged(() => {
    throw new TypeError('a knot');
  });
  const [trio] = await Promise.all([shared.leases.borrow()]);
  expect(trio.people).toHaveLength(3);
});

it('takes a check that does not apply for no pass', () => {
  const check = { id: 'knitting/x', file: 'x', says: 'X.', requires: ['knitting.rows.warm'], catches: [] };
  expect(notApplicable(check, 'no wool')).toMatchObject({
    verdict: 'inapplicable',
    reason: 'no wool',
    verdicts: [{ requirement: 'knitting.rows.warm', verdict: 'inapplicable' }],
  });
});
