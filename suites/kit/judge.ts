// Runs one check on leased people, as often as its verdict needs, and says what it found.
import { type Dialect, loadDialect, type Requirement } from '../../specs/kit/dialect.ts';
import type { RunContext } from './context.ts';
import type { Driver } from './driver.ts';
import { Failure, Failures, signatureOf, TokenExpired, Unmet } from './failure.ts';
import { type Journal, startJournal } from './journal.ts';
import { type Leases, leases } from './lease.ts';
import type { CheckOutcome, Entry, Failure as ReportedFailure } from './outcome.ts';
import { startLedger } from './passive.ts';
import { deadline, type Patience, patienceOf } from './patience.ts';
import { applies } from './plan.ts';
import { provision } from './provision.ts';
import { wishOfRun } from './request.ts';
import { secretsOf } from './target.ts';
import { textsOf } from './text.ts';
import { verdictsOf, worst } from './verdicts.ts';
import { openWorld, type Run, type World } from './world.ts';

export interface Shared {
  context: RunContext;
  /** Kills the target and starts it again; present in checks that may. */
  restart?: (() => Promise<void>) | undefined;
  dialect: Dialect;
  leases: Leases;
  patience: Patience;
  run: Run;
  /** Every token of the run, and what stands in its place. */
  readonly secrets: Map<string, string>;
  requirement(id: string): Requirement;
  /** Asks for people anew; checks that find their tokens expired at the same time share one answer. */
  renew(): Promise<void>;
}

export interface Definition<Cast> {
  id: string;
  file: string;
  says: string;
  requires: readonly string[];
  catches: readonly string[];
  fresh?: boolean;
  /** Milliseconds that it takes of its own accord, on top of what the target's slowness may cost. */
  lasts?: number;
  run(cast: Cast): Promise<void>;
}

export async function share(context: RunContext, driver: Driver<unknown>): Promise<Shared> {
  const dialect = loadDialect(context.dialect);
  const lent = leases(context.people, context.concurrency);
  const run: Run = {
    tokensThatWorked: new Set(),
    missing: new Set(),
    repeated: 0,
  };
  let secrets = secretsOf(context.people.people);
  let renewing: Promise<void> | undefined;
  const renew = async (): Promise<void> => {
    const people = await provision(
      context.source,
      { ...wishOfRun(driver, context.concurrency), renew: true },
      driver.needs,
    );
    run.tokensThatWorked.clear();
    secrets = new Map([...secrets, ...secretsOf(people.people)]);
    lent.replace(people);
  };
  return {
    context,
    dialect,
    leases: lent,
    patience: patienceOf(context.patience),
    run,
    get secrets() {
      return secrets;
    },
    requirement(id) {
      const found = dialect.requirements.find((one) => one.id === id);
      if (found === undefined)
        throw new Error(`A check names "${id}", which is not in the catalogue of ${dialect.name}.`);
      return found;
    },
    renew() {
      renewing ??= renew().finally(() => {
        renewing = undefined;
      });
      return renewing;
    },
  };
}

export async function judge<Cast>(
  shared: Shared,
  driver: Driver<Cast>,
  check: Definition<Cast>,
): Promise<CheckOutcome> {
  const began = performance.now();
  let first = await attempt(shared, driver, check, { round: 0, mayRenew: true });
  if (first.renewed) first = await attempt(shared, driver, check, { round: 0, mayRenew: false });
  const failures = await repeated(shared, driver, check, first);
  const verdicts = verdictsOf(check, first, failures);
  return {
    ...described(check, shared.dialect.name),
    verdict: worst(verdicts.map(({ verdict }) => verdict)),
    verdicts,
    durationMs: Math.round(performance.now() - began),
    failures,
    ...(first.reason === undefined ? {} : { reason: first.reason }),
    fences: first.world.fences,
    observed: first.world.observed,
  };
}

export function notApplicable(check: Omit<Definition<unknown>, 'run'>, reason: string): CheckOutcome {
  const dialect = check.id.split('/')[0] ?? '';
  const verdicts = check.requires.map((requirement) => ({ requirement, verdict: 'inapplicable' as const }));
  return {
    ...described(check, dialect),
    verdict: 'inapplicable',
    verdicts,
    durationMs: 0,
    failures: [],
    reason,
    fences: [],
    observed: [],
  };
}

function described(
  check: Omit<Definition<unknown>, 'run'>,
  dialect: string,
): Pick<CheckOutcome, 'id' | 'dialect' | 'file' | 'says' | 'requires' | 'catches'> {
  return {
    id: check.id,
    dialect,
    file: check.file,
    says: check.says,
    requires: [...check.requires],
    catches: [...check.catches],
  };
}

interface Attempt {
  world: World;
  failures: ReportedFailure[];
  /** Why it could not be judged, or what broke in the harness. */
  reason?: string;
  harness?: true;
  renewed?: true;
  /** A failure ended it, so that what the failure does not blame is undecided. */
  cutShort?: true;
}

async function attempt<Cast>(
  shared: Shared,
  driver: Driver<Cast>,
  check: Definition<Cast>,
  { round, mayRenew }: { round: number; mayRenew: boolean },
): Promise<Attempt> {
  const { context, dialect } = shared;
  const trio = check.fresh ? shared.leases.use() : await shared.leases.borrow();
  const people = trio?.people ?? [];
  const journal = startJournal(shared.secrets);
  const world = openWorld({
    context,
    restart: shared.restart,
    dialect,
    target: context.target,
    patience: shared.patience,
    journal,
    ledger: startLedger((id) =>
      dialect.requirements.some(
        (one) =>
          one.id === id &&
          (one.accepts.some(({ name }) => context.target.accepts.includes(name)) ||
            !applies(one, context, driver).applies),
      ),
    ),
    run: mayRenew ? shared.run : { ...shared.run, tokensThatWorked: new Set() },
    people,
    // The time keeps an old history of the same people from holding these texts already, when the seed is the same.
    text: textsOf(context.seed, `${check.id} ${round} ${Date.now()}`),
  });
  const done: Attempt = { world, failures: [] };
  try {
    if (trio === undefined)
      throw new Unmet('The disposable_rooms that came with the people are used up: this needs some more.');
    await within(shared.patience, check.run(driver.cast(world, trio)), check.lasts);
  } catch (error) {
    if (error instanceof TokenExpired && mayRenew) {
      await shared.renew();
      done.renewed = true;
    } else if (error instanceof Failure || error instanceof Failures) {
      if (error instanceof Failure) done.cutShort = true;
      for (const one of error instanceof Failures ? error.all : [error])
        done.failures.push(reported(shared, journal, one, one.lines.requirement ?? check.requires[0] ?? ''));
    } else if (error instanceof Unmet || error instanceof TokenExpired) done.reason = error.message;
    else {
      done.harness = true;
      done.reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
  } finally {
    await world.clear();
    if (trio !== undefined) shared.leases.giveBack(trio);
  }
  for (const { requirement, says, entry, of } of world.ledger.breaches) {
    if (done.failures.some((known) => known.requirement === requirement)) continue;
    entry.offending = true;
    const lines = { expected: `${of} as documented`, received: entry.what, because: says };
    done.failures.push(reported(shared, journal, new Failure(lines), requirement, entry));
  }
  return done;
}

/** Where everything fails, repeating it all would only make the run longer. */
const mostRepeated = 12;

/** A failure is repeated on fresh people, to say how reliably it happens; it is never repeated into a pass. */
async function repeated<Cast>(
  shared: Shared,
  driver: Driver<Cast>,
  check: Definition<Cast>,
  first: Attempt,
): Promise<ReportedFailure[]> {
  const { repeats } = shared.context;
  const own = first.failures.some(({ requirement }) => check.requires.includes(requirement));
  if (!own || repeats === 0 || shared.run.repeated >= mostRepeated) return first.failures;
  shared.run.repeated += 1;
  const counts = new Map(first.failures.map(({ requirement }) => [requirement, 1]));
  for (let round = 1; round <= repeats; round += 1) {
    const again = await attempt(shared, driver, check, { round, mayRenew: false });
    for (const { requirement } of again.failures) counts.set(requirement, (counts.get(requirement) ?? 0) + 1);
  }
  return first.failures.map((failure) => ({
    ...failure,
    reproduced: `${counts.get(failure.requirement) ?? 1}/${repeats + 1}`,
  }));
}

function reported(
  { context }: Shared,
  journal: Journal,
  { lines }: Failure,
  requirement: string,
  offender?: Entry,
): ReportedFailure {
  const entries = lines.witness ?? journal.entries;
  const until = offender === undefined ? entries.length : entries.indexOf(offender);
  const sent = entries
    .slice(0, until)
    .findLast(({ kind }) => kind === 'sent' || kind === 'request' || kind === 'connecting');
  return {
    requirement,
    sent:
      sent === undefined
        ? 'nothing'
        : `${sent.who} → ${sent.where} ${sent.kind === 'sent' ? sent.what : ''}  t+${Math.round(sent.t)} ms`,
    expected: journal.redact(lines.expected),
    received: journal.redact(lines.received),
    because: journal.redact(lines.because),
    again: `npx chatproof check ${context.dialect} --only ${requirement} --seed ${context.seed}${context.again}`,
    signature: lines.signature ?? signatureOf(lines.because),
    transcript: lines.witness ?? journal.transcript(),
  };
}

/** Nothing that a target does may hold a check for ever. */
async function within(patience: Patience, work: Promise<void>, lasts = 0): Promise<void> {
  const limit = lasts + patience.ms * 20;
  let stop: () => void = () => undefined;
  const late = new Promise<never>((_, reject) => {
    stop = deadline(limit, () =>
      reject(new Unmet(`The check did not come to an end within ${Math.round(limit)} ms.`)),
    );
  });
  try {
    await Promise.race([work, late]);
  } finally {
    stop();
    work.catch(() => undefined);
  }
}
