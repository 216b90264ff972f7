import type { Dialect } from '../specs/kit/dialect.ts';
import type { Clock } from './clock.ts';
import type { DialectServer } from './dialect-server.ts';
import type { Seams } from './fault-kit/seams.ts';
import type { Hub } from './hub.ts';
import type { Limits } from './limits.ts';
import type { Media } from './media.ts';
import type { Outbox } from './outbox.ts';
import type { Conversations } from './store/conversations.ts';
import type { Messages } from './store/messages.ts';
import type { People } from './store/people.ts';
import type { Store } from './store/store.ts';
import type { Tokens } from './tokens.ts';

export interface Counters {
  requests: number;
  upgrades: number;
  refusedUpgrades: number;
  framesIn: number;
  framesOut: number;
  /** Frames and bodies that were not as documented. */
  complaints: number;
  /** Errors of the server itself. */
  errors: number;
}

/** Everything that a dialect's handlers work with; it knows no dialect. */
export interface Chat {
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
  outbox: Outbox;
  seams: Seams;
  limits: Limits;
  counters: Counters;
  latency: number;
  /** Also validate what goes out; a frame or body that isn't as documented is an error of the server. */
  checkOutgoing: boolean;
  /** Where errors of the server itself go. */
  report(error: unknown): void;
}
