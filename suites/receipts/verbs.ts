// The abstract verbs, said in receipts.
import { Unmet } from '../kit/failure.ts';
import type { Reply } from '../kit/http.ts';
import { isObject } from '../kit/match.ts';
import type { Id } from '../kit/people.ts';
import type { Ending, News, NewsKind, Role, Verbs } from '../kit/verbs.ts';
import type { Cast } from './driver.ts';
import { entrances } from './entrances.ts';

const kinds: Readonly<Record<string, NewsKind>> = {
  chatMessage: 'said',
  edited: 'edited',
  deleted: 'removed',
  delivered: 'delivered',
  read: 'read',
};

export function verbs(cast: Cast): Verbs {
  const { world, alice, bob } = cast;
  const people = { alice, bob };
  let known: Id | undefined;
  /** The room of the two; once it is there it is not asked for again. */
  const room = async (): Promise<Id> => {
    known ??= await cast.room(alice, bob);
    return known;
  };
  return {
    world,
    entrances: entrances(cast),
    async join(who) {
      const seat = await cast.enter(people[who], await room());
      return {
        who,
        out: seat,
        ear: seat,
        say: (text) => seat.say(text),
        hear: (text) => seat.hears('chatMessage', { message: { text } }),
        heard: (text) => seat.all('chatMessage', { message: { text } }),
        edit: async (id, text, as) => ended(await cast.edit(people[who], id, { text, ...claims(cast, as) })),
        remove: async (id) => ended(await cast.remove(people[who], id)),
      };
    },
    newsOf({ name, value }): News | undefined {
      const kind = kinds[name ?? ''];
      if (kind === undefined || !isObject(value)) return undefined;
      const itself = kind === 'edited' || kind === 'removed';
      const about = !itself && isObject(value['message']) ? value['message'] : value;
      const { message_id, text, sender_id } = about;
      return {
        kind,
        id: String(message_id),
        ...(text === undefined ? {} : { text: String(text) }),
        by: roleOf(cast, 'id', sender_id),
      };
    },
    words: {
      said: 'chat_message',
      edited: 'message_edited',
      removed: 'message_deleted',
      delivered: 'mark_message_as_delivered',
      read: 'mark_message_as_read',
    },
    textOf({ name, value }) {
      if (name !== 'chatMessage' || !isObject(value) || !isObject(value['message'])) return undefined;
      return String(value['message']['text']);
    },
    forge: (text) => ({ message: text, sender_id: bob.id, user: bob.id }),
    isAuthor: ({ value }, who) =>
      isObject(value) &&
      isObject(value['message']) &&
      String(value['message']['sender_id']) === String(people[who].id),
    async knock(token) {
      return cast.knock(alice, await room(), token ?? null);
    },
    tokens: tokensOf(cast),
    shows: { newest: 50, connects: true },
    outsider: async () => cast.enter(cast.carol, await cast.room(alice, cast.carol)),
    async history(who) {
      const items = await cast.history(people[who], await room());
      return items
        .map(({ text, message_id, status, sender_email }) => ({
          text: String(text),
          id: String(message_id),
          status: String(status),
          by: roleOf(cast, 'email', sender_email),
        }))
        .reverse();
    },
  };
}

function roleOf({ alice, bob }: Cast, field: 'id' | 'email', value: unknown): Role | undefined {
  const same = (known: unknown): boolean => String(known).toLowerCase() === String(value).toLowerCase();
  if (same(alice[field])) return 'alice';
  return same(bob[field]) ? 'bob' : undefined;
}

/** A refusal for one's own token is a refusal like any other; a crash or no answer leaves it open. */
function ended({ status }: Reply): Ending {
  if (status >= 200 && status < 300) return 'done';
  return status >= 400 && status < 500 ? 'refused' : 'unknown';
}

/** A body that names somebody as the author. */
function claims({ alice, bob }: Cast, as: Role | undefined): Record<string, unknown> {
  if (as === undefined) return {};
  const { id, email } = { alice, bob }[as];
  return { sender_id: id, user_id: id, sender_email: email };
}

function tokensOf({ alice }: Cast): { valid: string; expired: string | undefined } {
  if (alice.token === undefined) throw new Unmet('alice has no token.');
  return { valid: alice.token, expired: alice.expired_token };
}
