// People and groups: what is asked of fetching holds for both, and is checked for both in the same words.
import type { Chat } from './chat.ts';
import type { Actor, Cast } from './driver.ts';
import type { Kind } from './inbox.ts';

export interface Way {
  kind: Kind;
  what: string;
  id(slug: string): string;
  /** Somebody writes what bob can fetch; in a group, everybody else, too. */
  toBob(cast: Cast, from: Actor): Promise<Chat>;
  /** Alice writes what bob can fetch and carol cannot. */
  pastCarol(cast: Cast): Promise<Chat>;
  /** Alice writes what carol can fetch. */
  toCarol(cast: Cast): Promise<Chat>;
  /** The msg_from of what this person has written by `toBob`. */
  sender(cast: Cast, author: Actor): string;
  /** What the meaningless msg_from of a request can be. */
  anybody(cast: Cast): string[];
  /** The send sockets over which bob and carol, who fetch it, acknowledge what alice has written by `toBob`. */
  acknowledging(cast: Cast): Promise<Chat[]>;
}

export const ways: readonly Way[] = [
  {
    kind: 'fetch_msgs',
    what: 'personal messages',
    id: (slug) => `dialogues.fetch.${slug}`,
    toBob: (cast, from) => cast.chat(from, cast.bob),
    pastCarol: (cast) => cast.chat(cast.alice, cast.bob),
    toCarol: (cast) => cast.chat(cast.alice, cast.carol),
    sender: (_, { phone }) => phone,
    anybody: ({ alice, carol }) => [alice.phone, carol.phone, '0000000000'],
    acknowledging: async (cast) => [await cast.chat(cast.bob, cast.alice)],
  },
  {
    kind: 'fetch_grp_msgs',
    what: 'group messages',
    id: (slug) => `dialogues.groups.fetch-${slug}`,
    toBob: (cast, from) => cast.groupChat(from, cast.group('all')),
    pastCarol: (cast) => cast.groupChat(cast.alice, cast.group('two')),
    toCarol: (cast) => cast.groupChat(cast.alice, cast.group('all')),
    sender: (cast, { phone }) => `${cast.group('all')}-${phone}`,
    anybody: ({ alice, group }) => [group('all'), group('two'), alice.phone],
    acknowledging: (cast) =>
      Promise.all([cast.bob, cast.carol].map((person) => cast.groupChat(person, cast.group('all')))),
  },
];
