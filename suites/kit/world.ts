// What one check works with: the target, its people, everything that it opened, and everything that was seen.
import { type Channel, channel, type Dialect, operation } from '../../specs/kit/dialect.ts';
import { matchFrame, violationsOfAnswer } from '../../specs/kit/validate.ts';
import { connect, type Opening, type SocketClass } from './connect.ts';
import type { RunContext } from './context.ts';
import { TokenExpired, Unmet } from './failure.ts';
import { type Call, call, type Reply } from './http.ts';
import type { Journal } from './journal.ts';
import type { Entry, FenceGrade, Observation } from './outcome.ts';
import type { Ledger } from './passive.ts';
import type { Patience } from './patience.ts';
import type { Person } from './people.ts';
import type { Socket } from './socket.ts';
import type { Target } from './target.ts';

/** What all checks of a run share. */
export interface Run {
  /** Tokens that have worked in this run: when one is refused later, it has expired. */
  tokensThatWorked: Set<string>;
  /** What this target never sends: it is waited for once, and then no more. */
  missing: Set<string>;
  /** How many failing checks have been repeated. */
  repeated: number;
}

export interface World {
  readonly context: RunContext;
  readonly dialect: Dialect;
  readonly target: Target;
  readonly patience: Patience;
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly run: Run;
  readonly sockets: Socket[];
  readonly fences: FenceGrade[];
  readonly observed: Observation[];
  /** A text that nobody has sent before. */
  text(): string;
  /** True when the target declares this alternative. */
  accepts(name: string): boolean;
  observe(topic: string, branch: string): void;
  channel(id: string): Channel;
  nextSocket(): number;
  recognise(channelId: string, value: unknown, entry: Entry): string | undefined;
  open<S extends Socket>(kind: SocketClass<S>, opening: Opening): Promise<S>;
  call(operationId: string, call: Call): Promise<Reply>;
  /** Kills the target and starts it again: for checks that say so. */
  restart(): Promise<void>;
  /** Closes everything that this check opened; nothing is opened or asked for after it. */
  clear(): Promise<void>;
}

export interface WorldParts {
  context: RunContext;
  restart?: (() => Promise<void>) | undefined;
  dialect: Dialect;
  target: Target;
  patience: Patience;
  journal: Journal;
  ledger: Ledger;
  run: Run;
  people: readonly Person[];
  text: () => string;
}

export function openWorld(parts: WorldParts): World {
  const { dialect, target, ledger, journal, run } = parts;
  const valid = new Map(parts.people.map(({ token, key }) => [token, key]));
  let sockets = 0;
  let isOver = false;
  // When one of several things at once fails, the others go on: they must not reach who borrows these people next.
  const assertOpen = (): void => {
    if (isOver) throw new Unmet('The check was over before this was done.');
  };
  const world: World = {
    ...parts,
    sockets: [],
    fences: [],
    observed: [],
    accepts: (name) => target.accepts.includes(name),
    observe: (topic, branch) => world.observed.push({ topic, branch }),
    channel: (id) => channel(dialect, id),
    nextSocket: () => ++sockets,
    recognise(channelId, value, entry) {
      const match = matchFrame(dialect, channelId, 'fromServer', value);
      if (match === undefined) return undefined;
      const { message, violations } = match;
      ledger.record(`a ${message.id} frame`, entry, [message.shape, message.values], violations);
      return message.id;
    },
    async open(kind, opening) {
      assertOpen();
      const socket = await connect(world, kind, opening);
      if (isOver) await socket.leave();
      assertOpen();
      note(
        opening.token,
        socket.isOpen,
        opening.belongs === true &&
          socket.closing?.how === 'refused' &&
          [401, 403].includes(socket.closing.code),
      );
      return socket;
    },
    async call(operationId, given) {
      assertOpen();
      const called = operation(dialect, operationId);
      const reply = await call(world, called, given);
      note(given.token, reply.status >= 200 && reply.status < 300, reply.status === 401);
      const answer = called.answers.find(({ status }) => status === String(reply.status));
      const violations =
        answer === undefined ? [] : violationsOfAnswer(dialect, operationId, reply.status, reply.body);
      ledger.record(
        `the answer ${reply.status} of ${operationId}`,
        reply.entry,
        [answer?.shape, answer?.values],
        violations,
      );
      return reply;
    },
    async restart() {
      if (parts.restart === undefined)
        throw new Error('A check that restarts the target has to say so: "restarts: true".');
      journal.add({ who: 'harness', kind: 'note', where: '', what: 'the server is killed' });
      await parts.restart();
      journal.add({ who: 'harness', kind: 'note', where: '', what: 'the server is there again' });
    },
    async clear() {
      isOver = true;
      await Promise.all(world.sockets.map((socket) => socket.leave()));
    },
  };
  const note = (token: string | undefined, worked: boolean, refused: boolean): void => {
    const key = valid.get(token);
    if (token === undefined || key === undefined) return;
    if (worked) run.tokensThatWorked.add(token);
    else if (refused && run.tokensThatWorked.has(token)) throw new TokenExpired(journal.redact(key));
  };
  return world;
}
