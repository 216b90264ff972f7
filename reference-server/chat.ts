import { type Dialect, type DialectName, loadDialect } from '../specs/kit/dialect.ts';
import { type Clock, startClock } from './clock.ts';
import type { DialectServer } from './dialect-server.ts';
import { Seams } from './fault-kit/seams.ts';
import { Hub } from './hub.ts';
import { LIMITS, type Limits } from './limits.ts';
import { Conversations } from './store/conversations.ts';
import { Database } from './store/database.ts';
import { Messages } from './store/messages.ts';
import { People } from './store/people.ts';
import { Store } from './store/store.ts';
import { keyOf } from './tokens.ts';

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

export interface ChatOptions {
  /** The SQLite file; in memory without it. */
  data?: string;
  seed?: number;
  /** Milliseconds by which everything that goes out is late. */
  latency?: number;
  limits?: Partial<Limits>;
  /** Seconds after which the address of an uploaded file expires; without it, it doesn't. */
  mediaExpiresAfter?: number;
  /** Hears of errors of the server itself; without it, close() throws them. */
  onError?: (error: unknown) => void;
}

/** Everything that a dialect's handlers work with; it knows no dialect. */
export interface Chat {
  spec: Dialect;
  dialect: DialectServer;
  seams: Seams;
  clock: Clock;
  hub: Hub;
  store: Store;
  people: People;
  conversations: Conversations;
  messages: Messages;
  /** Signs tokens and the addresses of files. */
  key: Buffer;
  media: { folder: string; expiresAfter: number | undefined };
  limits: Limits;
  latency: number;
  counters: typeof COUNTERS;
  /** Where errors of the server itself go. */
  report(error: unknown): void;
}

/** The parts of one dialect's server, put together; nothing listens yet. */
export async function assemble(name: DialectName, options: ChatOptions): Promise<Chat> {
  const spec = loadDialect(name);
  const dialect = await loadDialectServer(name);
  const seams = new Seams(() => chat, options.seed ?? 1);
  const report = (error: unknown) => {
    chat.counters.errors += 1;
    options.onError?.(error);
  };
  const data = [name, seams, new Database(options.data, report)] as const;
  const store = new Store(...data);
  const chat: Chat = {
    spec,
    dialect,
    seams,
    clock: startClock(seams),
    hub: new Hub(seams),
    store,
    people: new People(...data),
    conversations: new Conversations(...data),
    messages: new Messages(...data),
    key: keyOf(store),
    media: { folder: dialect.mediaFolder ?? '/media/', expiresAfter: options.mediaExpiresAfter },
    limits: { ...LIMITS, ...options.limits },
    latency: options.latency ?? 0,
    counters: { ...COUNTERS },
    report,
  };
  return chat;
}

// The path is the registry.
async function loadDialectServer(name: DialectName): Promise<DialectServer> {
  const { dialect }: { dialect?: DialectServer } = await import(`./dialects/${name}/index.ts`);
  if (dialect !== undefined) return dialect;
  throw new Error(`reference-server/dialects/${name}/index.ts has to export \`dialect\`, a DialectServer.`);
}
