// The model alone against a server of its own: what the benchmark and the tests of the model are made of.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { loadFault } from '../../../reference-server/fault-kit/fault-files.ts';
import { type RunningServer, serve } from '../../../reference-server/server.ts';
import { loadDialect } from '../../../specs/kit/dialect.ts';
import type { Profile, RunContext } from '../../../suites/kit/context.ts';
import { loadDriver } from '../../../suites/kit/driver.ts';
import { share } from '../../../suites/kit/judge.ts';
import { triosOf } from '../../../suites/kit/lease.ts';
import { provision, type Source } from '../../../suites/kit/provision.ts';
import { wishOf } from '../../../suites/kit/request.ts';
import { budgets, lanes, sureOf } from '../../../suites/model/explore.ts';
import { slugs } from '../../../suites/model/oracles.ts';
import { supplyOf } from '../../../suites/model/people.ts';
import {
  type Budget,
  type Failed,
  type Place,
  redo,
  type Searched,
  search,
} from '../../../suites/model/search.ts';
import { targetOf } from '../../config/target.ts';

export interface Attempt {
  dialect: string;
  fault?: string | undefined;
  rate?: number;
  seed: number;
  latency?: number;
  patience?: number;
  profile?: Profile;
  budget?: Partial<Budget>;
  /** As many people as a target with static accounts has: three. */
  static?: boolean;
  /** The server has a thread of its own, and no fault. */
  apart?: boolean;
}

export interface Tried extends Searched {
  /** The smallest sequence, done again with all patience. */
  sure: Failed | undefined;
  /** Of as many repetitions as were asked for, how many failed in the same way. */
  replayed: number;
}

type Served = Pick<RunningServer, 'http' | 'ws' | 'control' | 'close'>;

async function served({ dialect, fault, rate, seed, latency, apart }: Attempt): Promise<Served> {
  if (apart === true) return servedApart(dialect, seed);
  const server = await serve(dialect, {
    control: true,
    seed,
    onError: () => undefined,
    ...(latency === undefined ? {} : { latency }),
  });
  if (fault !== undefined) await server.faults.on(await loadFault(fault), rate);
  return server;
}

async function servedApart(dialect: string, seed: number): Promise<Served> {
  const worker = new Worker(new URL('./server.worker.js', import.meta.url), {
    workerData: { dialect, seed },
  });
  const [told]: unknown[] = await once(worker, 'message');
  // Our own worker has sent it.
  const server = told as Omit<Served, 'close'>;
  return { ...server, close: async () => void (await worker.terminate()) };
}

/** A server, with the fault when there is one, and the place that the model searches. */
export async function withPlace<T>(attempt: Attempt, act: (place: Place) => Promise<T>): Promise<T> {
  const { dialect, seed } = attempt;
  const server = await served(attempt);
  try {
    if (server.control === undefined) throw new Error('The server offers no control plane.');
    const driver = await loadDriver(dialect);
    const source: Source =
      attempt.static === true ? { kind: 'file', file: '' } : { kind: 'control', ...server.control };
    const people = await provision({ kind: 'control', ...server.control }, wishOf(driver, 1), driver.needs);
    const context: RunContext = {
      dialect,
      target: targetOf({ http: server.http, ws: server.ws }, {}, driver, loadDialect(dialect)),
      people,
      source,
      seed,
      profile: attempt.profile ?? 'standard',
      patience: attempt.patience ?? 1,
      concurrency: 1,
      selected: [],
      repeats: 0,
      again: '',
      minutes: 1,
    };
    const shared = await share(context, driver);
    const [trio] = triosOf(people);
    if (trio === undefined) throw new Error('The server gave no people.');
    const ids = new Set(shared.dialect.requirements.map(({ id }) => id));
    const requires = slugs.map((slug) => `${dialect}.${slug}`).filter((id) => ids.has(id));
    const supply = supplyOf({ shared, driver }, trio, { lanes });
    return await act({ shared, driver, requires, supply });
  } finally {
    await server.close();
  }
}

export function tryModel(attempt: Attempt, replays = 0): Promise<Tried> {
  return withPlace(attempt, async (place) => {
    const searched = await search(place, { ...budgets[attempt.profile ?? 'standard'], ...attempt.budget });
    const { failed } = searched;
    if (failed === undefined) return { ...searched, sure: undefined, replayed: 0 };
    const sure = await sureOf(place, failed);
    let replayed = 0;
    for (let n = 1; n <= replays && sure !== undefined; n += 1) {
      const again = await redo(place, sure.steps, { mark: `again${n}` });
      if (again?.requirement === sure.requirement) replayed += 1;
    }
    return { ...searched, sure, replayed };
  });
}
