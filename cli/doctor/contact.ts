// The first contact with a target: two people come in, one message goes there, one comes back, and history shows it.
import type { Dialect } from '../../specs/kit/dialect.ts';
import type { RunContext } from '../../suites/kit/context.ts';
import type { Driver } from '../../suites/kit/driver.ts';
import { startJournal } from '../../suites/kit/journal.ts';
import { share } from '../../suites/kit/judge.ts';
import type { Entry } from '../../suites/kit/outcome.ts';
import { startLedger } from '../../suites/kit/passive.ts';
import type { Patience } from '../../suites/kit/patience.ts';
import type { Person } from '../../suites/kit/people.ts';
import { secretsOf } from '../../suites/kit/target.ts';
import { textsOf } from '../../suites/kit/text.ts';
import type { Party } from '../../suites/kit/verbs.ts';
import { openWorld, type World } from '../../suites/kit/world.ts';

/** In the order in which they are reached. */
export const stages = ['authenticate', 'message there', 'message back', 'history', 'ask over HTTP'] as const;
export type Stage = (typeof stages)[number];

/** A request that was answered, or a socket that was opened or refused; the last one is where it got stuck. */
export type Touch =
  | { kind: 'http'; operation: string; where: string; status: number; problem: string | undefined }
  | {
      kind: 'socket';
      channel: string;
      where: string;
      how: 'open' | 'refused' | 'closed' | 'lost';
      code: number;
    };

export interface Contact {
  passed: Stage[];
  /** Where it ended, and why; none when everything went well. */
  stuck?: { stage: Stage; because: string };
  touches: Touch[];
  entries: Entry[];
}

/** How long anything may take: a doctor has no time to measure first. */
const waits = 3_000;

export async function firstContact(context: RunContext, driver: Driver<unknown>): Promise<Contact> {
  const { leases, run, dialect } = await share(context, driver);
  const trio = await leases.borrow();
  const journal = startJournal(secretsOf(context.people.people));
  const touches: Touch[] = [];
  const world = watched(
    openWorld({
      context,
      dialect,
      target: context.target,
      patience: fixed(waits * context.patience),
      journal,
      ledger: startLedger(() => true),
      // Here a refusal is a refusal, not a token that has expired meanwhile.
      run: { ...run, tokensThatWorked: new Forgetful() },
      people: trio.people,
      text: textsOf(context.seed, `doctor ${Date.now()}`),
    }),
    touches,
  );
  const contact: Contact = { passed: [], touches: [], entries: journal.entries };
  let stage: Stage = 'authenticate';
  try {
    const [alice] = trio.people;
    for (const [name, reach] of [
      ...walk(world, driver.verbs(driver.cast(world, trio))),
      ...asks(world, dialect, alice),
    ]) {
      stage = name;
      await reach();
      contact.passed.push(name);
    }
  } catch (error) {
    contact.stuck = {
      stage,
      because: journal.redact(error instanceof Error ? error.message : String(error)),
    };
  } finally {
    contact.touches = touches.map((touch) => ({ ...touch }));
    await world.clear();
  }
  return contact;
}

type Verbs = ReturnType<Driver<unknown>['verbs']>;

function walk(world: World, verbs: Verbs): [Stage, () => Promise<void>][] {
  let parties: { alice: Party; bob: Party } | undefined;
  const [there, back] = [world.text(), world.text()];
  const says = async (from: 'alice' | 'bob', to: 'alice' | 'bob', text: string): Promise<void> => {
    parties?.[from].say(text);
    await parties?.[to].hear(text);
  };
  const comeIn = async (): Promise<void> => {
    parties = { alice: await verbs.join('alice'), bob: await verbs.join('bob') };
  };
  const history = verbs.history?.bind(verbs);
  const shown = async (): Promise<void> => {
    const lines = (await history?.('bob')) ?? [];
    if (lines.some(({ text }) => text === there)) return;
    throw new Error(`of ${lines.length} messages that bob is shown none has the text that alice sent`);
  };
  return [
    ['authenticate', comeIn],
    ['message there', () => says('alice', 'bob', there)],
    ['message back', () => says('bob', 'alice', back)],
    ...(history === undefined ? [] : [['history', shown] satisfies [Stage, () => Promise<void>]]),
  ];
}

/** The token may have to travel otherwise over HTTP; whether the answer is a good one is for the checks to say. */
function asks(
  world: World,
  { operations }: Dialect,
  alice: Person | undefined,
): [Stage, () => Promise<void>][] {
  const plain = operations.find(
    ({ method, secured, parameters }) =>
      secured && method === 'GET' && parameters.every((one) => one.in === 'query'),
  );
  if (plain === undefined || alice === undefined) return [];
  // What such a request has to say is whose things it asks for.
  const query = Object.fromEntries(
    plain.parameters.filter(({ required }) => required).map(({ name }) => [name, alice.id]),
  );
  const ask = async (): Promise<void> => {
    const { status } = await world.call(plain.id, { who: 'alice', token: alice.token, query });
    if (status === 401 || status === 403) throw new Error(`${plain.id} was answered with ${status}`);
  };
  return [['ask over HTTP', ask]];
}

/** The same world, with a note of everything that it touched. */
function watched(world: World, touches: Touch[]): World {
  return {
    ...world,
    async call(operation, call) {
      const reply = await world.call(operation, call);
      const { status, problem, entry } = reply;
      touches.push({ kind: 'http', operation, where: entry.where, status, problem });
      return reply;
    },
    async open(kind, opening) {
      const socket = await world.open(kind, opening);
      const { channel } = opening;
      touches.push({
        kind: 'socket',
        channel,
        where: socket.where,
        // Looked at when it is read: a socket may be closed right after it has opened.
        get how() {
          return socket.closing?.how ?? (socket.isOpen ? 'open' : 'lost');
        },
        get code() {
          return socket.closing?.code ?? 0;
        },
      });
      return socket;
    },
  };
}

class Forgetful extends Set<string> {
  override add(): this {
    return this;
  }
}

function fixed(ms: number): Patience {
  return { ms, for: () => ms, measured: () => undefined, expired: () => undefined };
}
