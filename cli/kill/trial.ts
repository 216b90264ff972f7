// One fault in one fresh server, and what the checks say about it.
import { brokenBy } from '../../reference-server/fault-kit/breaks.ts';
import { loadFault } from '../../reference-server/fault-kit/fault-files.ts';
import type { Fault } from '../../reference-server/fault-kit/faults.ts';
import { type RunningServer, serve } from '../../reference-server/server.ts';
import { loadDialect } from '../../specs/kit/dialect.ts';
import { type Planned, planned } from '../../suites/engine/planned.ts';
import type { Profile, RunContext } from '../../suites/kit/context.ts';
import { loadDriver } from '../../suites/kit/driver.ts';
import { type Shared, share } from '../../suites/kit/judge.ts';
import type { CheckOutcome } from '../../suites/kit/outcome.ts';
import { provision, type Source } from '../../suites/kit/provision.ts';
import { checksFor } from '../../suites/kit/registry.ts';
import { wishOf } from '../../suites/kit/request.ts';
import { type Restartable, restartable } from '../check/restartable.ts';
import { targetOf } from '../config/target.ts';
import { empty } from './empty.ts';
import { inTurns } from './in-turns.ts';

export interface Trial {
  dialect: string;
  /** None for the clean server, on which every check runs. */
  fault?: string;
  seed: number;
  profile: Profile;
  patience: number;
  /** Checks, by id, that run although the fault is none of their business. */
  bystanders: string[];
  /** What the server offers beyond what every server does. */
  offers: string[];
  /** Some of what the fault breaks is judged by killing the server. */
  restarts?: true;
  /** Another seed of a fault that was tried in full: it ends with the first kill. */
  hurried?: true;
  /** Only the bystanders matter: it says nothing about its fault. */
  watches?: true;
}

export interface Red {
  requirement: string;
  check: string;
  profile: Profile;
  /** From the first request to this verdict. */
  ms: number;
  /** How many things the harness did until then. */
  steps: number;
  because: string;
  /** How many steps the smallest sequence has that the model found. */
  counterexample?: number;
}

export interface TrialResult {
  trial: Trial;
  /** Failures of requirements that the fault says it breaks. */
  kills: Red[];
  /** Every other failure. */
  besides: Red[];
  /** The checks that ran, and their verdicts. */
  verdicts: Record<string, CheckOutcome['verdict']>;
  /** Why a check gave no verdict, by id. */
  reasons: Record<string, string>;
  /** Errors of the server itself: a crash proves nothing. */
  crashes: string[];
  ms: number;
}

const concurrency = 4;
/** Long enough to look at a file, short enough to wait for its end. */
const secondsOfMedia = 2;
/** Long enough for an upload on a busy machine. */
const secondsToUpload = 600;

/** What searches for seconds is asked last, and about a fault only when nothing else has found it. */
const searches = 'suites/model/';

/** With little patience first. What could not be judged then may need more of it, bystanders also after a kill. */
export async function carryOut(trial: Trial, underWay = new Set<string>()): Promise<TrialResult> {
  const result = await carryOutOnce(trial, underWay);
  const undecided = Object.keys(result.verdicts).filter((id) => result.verdicts[id] === 'inconclusive');
  if (undecided.length === 0 || trial.patience >= 1) return result;
  const patient = { ...trial, patience: 1 };
  if (result.kills.length === 0) return carryOutOnce(patient, underWay);
  const bystanders = trial.bystanders.filter((id) => undecided.includes(id));
  if (bystanders.length === 0) return result;
  const { verdicts } = await carryOutOnce({ ...patient, bystanders, watches: true }, underWay);
  return { ...result, verdicts: { ...result.verdicts, ...verdicts } };
}

async function carryOutOnce(trial: Trial, underWay: Set<string>): Promise<TrialResult> {
  const began = performance.now();
  const fault = await faultOf(trial);
  const crashes: string[] = [];
  const server = await serve(trial.dialect, {
    control: true,
    seed: trial.seed,
    onError: (error) => crashes.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    ...(trial.offers.includes('expired-media') && { mediaExpiresAfter: secondsOfMedia }),
    ...(trial.offers.includes('presigned-upload') && { mediaExpiresAfter: secondsToUpload }),
  });
  // The servers that are killed are processes of their own, with the same fault.
  const apart =
    trial.restarts === true ? await restartable(trial.dialect, wordsFor(trial, fault)) : undefined;
  try {
    if (fault !== undefined) await server.faults.on(fault);
    const { shared, plans } = await planFor(trial, server, apart);
    const broken = new Set(fault === undefined ? [] : brokenBy(fault, trial.dialect));
    const chosen = plans.filter((plan) => isConcerned(plan, trial, fault, broken));
    const result: TrialResult = {
      trial,
      kills: [],
      besides: [],
      verdicts: {},
      reasons: {},
      crashes,
      ms: 0,
    };
    const start = performance.now();
    const isNamed = ({ check }: Planned) => fault !== undefined && check.catches.includes(fault.name);
    const [slow, fast] = [true, false].map((wanted) =>
      chosen.filter(({ check }) => check.file.startsWith(searches) === wanted),
    );
    const turns = [...(fast ?? [])].sort((one, other) => Number(isNamed(other)) - Number(isNamed(one)));
    const isWanted = (plan: Planned): boolean => {
      if (result.kills.length === 0) return true;
      if (trial.hurried === true) return false;
      return isNamed(plan) || trial.bystanders.includes(plan.check.id) || turns.includes(plan);
    };
    const judgeOne = async (plan: Planned): Promise<void> => {
      if (!isWanted(plan)) return;
      const { check, open } = plan;
      underWay.add(check.id);
      const outcome = await check.judge(shared, open);
      underWay.delete(check.id);
      result.verdicts[check.id] = outcome.verdict;
      if (outcome.reason !== undefined) result.reasons[check.id] = outcome.reason;
      const ms = Math.round(performance.now() - start);
      for (const red of redsOf(outcome, check.profile, ms))
        (broken.has(red.requirement) ? result.kills : result.besides).push(red);
    };
    await inTurns(turns, concurrency, judgeOne);
    await inTurns(slow ?? [], 1, judgeOne);
    return { ...result, ms: Math.round(performance.now() - began) };
  } finally {
    underWay.add('closing the server');
    await Promise.all([server.close(), apart?.close()]);
    underWay.delete('closing the server');
  }
}

function wordsFor({ offers }: Trial, fault: Fault | undefined): string[] {
  return [
    ...(fault === undefined || fault === empty ? [] : ['--fault', fault.name]),
    ...(offers.includes('production-media') || offers.includes('presigned-upload')
      ? ['--media-expires', String(secondsToUpload)]
      : []),
  ];
}

async function faultOf({ fault }: Trial): Promise<Fault | undefined> {
  if (fault === undefined) return undefined;
  return fault === empty.name ? empty : loadFault(fault);
}

async function planFor(
  trial: Trial,
  server: RunningServer,
  apart: Restartable | undefined,
): Promise<{ shared: Shared; plans: Planned[] }> {
  if (server.control === undefined) throw new Error('The server offers no control plane.');
  const dialect = loadDialect(trial.dialect);
  const driver = await loadDriver(trial.dialect);
  const source: Source = { kind: 'control', ...server.control };
  const context: RunContext = {
    dialect: trial.dialect,
    target: targetOf(
      { http: server.http, ws: server.ws },
      { capabilities: { offers: trial.offers } },
      driver,
      dialect,
    ),
    people: await provision(source, wishOf(driver, concurrency), driver.needs),
    source,
    seed: trial.seed,
    profile: trial.profile,
    patience: trial.patience,
    concurrency,
    selected: dialect.requirements.map(({ id }) => id),
    repeats: 0,
    again: '',
    minutes: 1,
    ...(apart !== undefined && { restart: { url: apart.url, secret: apart.secret } }),
  };
  const shared = await share(context, driver);
  const all = planned(await checksFor(trial.dialect), shared, driver);
  return { shared, plans: all.filter(({ open }) => open.length > 0) };
}

function isConcerned(
  { check }: Planned,
  { bystanders, watches }: Trial,
  fault: Fault | undefined,
  broken: ReadonlySet<string>,
): boolean {
  if (watches === true) return bystanders.includes(check.id);
  return (
    fault === undefined ||
    fault === empty ||
    check.catches.includes(fault.name) ||
    check.requires.some((id) => broken.has(id)) ||
    bystanders.includes(check.id)
  );
}

function redsOf({ id, verdict, failures }: CheckOutcome, profile: Profile, ms: number): Red[] {
  if (verdict === 'harness-error') return [];
  return failures.map(({ requirement, because, transcript }) => ({
    requirement,
    check: id,
    profile,
    ms,
    steps: transcript.filter(({ kind }) => kind === 'sent' || kind === 'request' || kind === 'connecting')
      .length,
    because: because.slice(0, 200),
    ...lengthOf(because),
  }));
}

/** The model numbers the steps of its sequence, and says which of them come at the end of every one. */
function lengthOf(because: string): Pick<Red, 'counterexample'> {
  const steps = because.split(/, after: (?=1\. )|; (?=\d+\. )/).slice(1);
  const chosen = steps.filter((step) => !step.endsWith('(as every run ends)'));
  return steps.length === 0 ? {} : { counterexample: chosen.length };
}
