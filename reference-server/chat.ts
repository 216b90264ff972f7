import { type Dialect, type DialectName, loadDialect } from '../specs/kit/dialect.ts';
import { type Clock, startClock } from './clock.ts';
import type { Connection } from './connection.ts';
import type { DialectServer } from './dialect-server.ts';
import { Seams } from './fault-kit/seams.ts';
import { Hub } from './hub.ts';
import { LIMITS, type Limits } from './limits.ts';
import { Conversations } from './store/conversations.ts';
import { Database } from './store/database.ts';
import { Messages } from './store/messages.ts';
import { People } from './store/people.ts';
import { Store } from './store/store.ts';
import { secretOf } from './tokens.ts';

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
  /** Where uploaded files are, for how many seconds an address works, and what signs it. */
  media: { folder: string; expiresAfter: number | undefined; key: Buffer };
  tokenKey: Buffer;
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
  const data = [name, seams, new Database(options.data, report)] as const;
  const store = new Store(...data);
  const folder = dialect.mediaFolder ?? '/media/';
  return {
    spec,
    dialect,
    clock,
    store,
    people: new People(...data),
    conversations: new Conversations(...data),
    messages: new Messages(...data),
    media: { folder, expiresAfter: options.mediaExpiresAfter, key: secretOf(store, 'media secret') },
    tokenKey: secretOf(store, 'token secret'),
    hub,
    seams,
    limits: { ...LIMITS, ...options.limits },
    counters: { ...COUNTERS },
    latency: options.latency ?? 0,
    checkOutgoing: options.checkOutgoing ?? false,
    report,
  };
}
