import { type Dialect, type DialectName, loadDialect } from '../specs/kit/dialect.ts';
import { type Clock, startClock } from './clock.ts';
import type { Connection } from './connection.ts';
import type { DialectServer } from './dialect-server.ts';
import { Seams } from './fault-kit/seams.ts';
import { Hub } from './hub.ts';
import { LIMITS, type Limits } from './limits.ts';
import { Media } from './media.ts';
import { Conversations } from './store/conversations.ts';
import { Database } from './store/database.ts';
import { Messages } from './store/messages.ts';
import { People } from './store/people.ts';
import { Store } from './store/store.ts';
import { Tokens } from './tokens.ts';

const COUNTERS = {
  requests: 0,
  upgrades: 0,
  refusedUpgrades: 0,
  framesIn: 0,
  framesOut: 0,
  /** Frames and bodies that were not as documented. */
  complaints: 0,
  /** Errors of the server itself. */
  errors: 0,
};

/** Everything that a dialect's handlers work with; it knows no dialect. */
export interface Chat extends Required<Pick<ChatOptions, 'latency' | 'checkOutgoing'>> {
  spec: Dialect;
  dialect: DialectServer;
  clock: Clock;
  store: Store;
  people: People;
  conversations: Conversations;
  messages: Messages;
  media: Media;
  tokens: Tokens;
  hub: Hub;
  seams: Seams;
  limits: Limits;
  counters: typeof COUNTERS;
  /** Where errors of the server itself go. */
  report(error: unknown): void;
}

export interface ChatOptions {
  /** The SQLite file; in memory without it. */
  data?: string;
  seed?: number;
  /** Milliseconds by which everything that goes out is late. */
  latency?: number;
  limits?: Partial<Limits>;
  /** Also validate what goes out; close() then fails when something wasn't as documented. */
  checkOutgoing?: boolean;
  /** Seconds after which the address of an uploaded file expires; without it, it doesn't. */
  mediaExpiresAfter?: number;
}

/** The parts of one dialect's server, put together; nothing listens yet. */
export function assemble(
  name: DialectName,
  dialect: DialectServer,
  options: ChatOptions,
  report: Chat['report'],
): Chat {
  const spec = loadDialect(name);
  const around = {
    dialect: name,
    seed: options.seed ?? 1,
    delivers: dialect.delivers,
    store: (): Store => store,
    connections: (): Connection[] => hub.connections,
  };
  const seams = new Seams(around);
  const hub = new Hub(seams);
  const clock = startClock(seams);
  const store = new Store(name, seams, new Database(options.data, report));
  const people = new People(store);
  const folder = dialect.mediaFolder ?? '/media/';
  return {
    spec,
    dialect,
    clock,
    store,
    people,
    conversations: new Conversations(store),
    messages: new Messages(store),
    media: new Media(store, clock, { folder, expiresAfter: options.mediaExpiresAfter }),
    tokens: new Tokens(store, people, clock, seams),
    hub,
    seams,
    limits: { ...LIMITS, ...options.limits },
    counters: { ...COUNTERS },
    latency: options.latency ?? 0,
    checkOutgoing: options.checkOutgoing ?? false,
    report,
  };
}
