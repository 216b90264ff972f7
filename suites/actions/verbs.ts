// The abstract verbs, said in actions.
import { Unmet } from '../kit/failure.ts';
import { isObject, sameId } from '../kit/match.ts';
import type { NewsKind, Role, Verbs } from '../kit/verbs.ts';
import type { Cast } from './cast.ts';
import { entrances } from './entrances.ts';
import { messageIn } from './wire.ts';

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
  return {
    world,
    entrances: entrances(cast),
    async join(who) {
      const seat = await cast.enter(people[who], cast.room());
      return {
        who,
        out: seat,
        ear: seat,
        say: (text) => seat.say(text),
        hear: (text) => seat.hears('chatMessage', { message: { text } }),
        heard: (text) => seat.all('chatMessage', { message: { text } }),
        // A number as the document shows it, where the id is one.
        async edit(id, text, as) {
          seat.edit(asId(id), text, as === undefined ? {} : claimOf(people[as].id));
          return 'untold';
        },
        async remove(id) {
          seat.remove(asId(id));
          return 'untold';
        },
      };
    },
    newsOf(heard) {
      const kind = kinds[heard.name ?? ''];
      if (kind === undefined || !isObject(heard.value)) return undefined;
      const itself = kind === 'edited' || kind === 'removed';
      const { message_id, text, sender_id } = itself ? heard.value : messageIn(heard);
      return {
        kind,
        id: String(message_id),
        ...(text === undefined ? {} : { text: String(text) }),
        by: roleOf(cast, sender_id),
      };
    },
    words: {
      said: 'chat_message',
      edited: 'message_edited',
      removed: 'message_deleted',
      delivered: 'mark_message_as_delivered',
      read: 'mark_message_as_read',
    },
    textOf: (heard) => (heard.name === 'chatMessage' ? String(messageIn(heard)['text']) : undefined),
    forge: (text) => ({ action: 'send', message: text, ...claimOf(bob.id) }),
    isAuthor: (heard, who) => sameId(people[who].id)(messageIn(heard)['sender_id']) === true,
    knock: (token) => cast.knock(alice, cast.room(), token ?? null),
    tokens: tokensOf(cast),
    shows: { newest: 50, connects: true },
    outsider: () => cast.enter(cast.carol, cast.elsewhere()),
    unexpected,
    async history(who) {
      const items = await cast.history(people[who], cast.room());
      return items.map(({ text, message_id, status, sender_id }) => ({
        text: String(text),
        id: String(message_id),
        status: String(status),
        by: roleOf(cast, sender_id),
      }));
    },
  };
}

function roleOf({ alice, bob }: Cast, id: unknown): Role | undefined {
  if (sameId(alice.id)(id) === true) return 'alice';
  return sameId(bob.id)(id) === true ? 'bob' : undefined;
}

/** What a frame says that claims to come from this person. */
const claimOf = (id: unknown): Record<string, unknown> => ({ sender_id: id, sender: id, user_id: id });

const asId = (id: string): string | number => (/^\d+$/.test(id) ? Number(id) : id);

function tokensOf({ alice }: Cast): { valid: string; expired: string | undefined } {
  if (alice.token === undefined) throw new Unmet('alice has no token.');
  return { valid: alice.token, expired: alice.expired_token };
}

/**
 * Actions that lack something, or have something of another type. None has a text of another type: a target that
 * takes it would show it in the history ever after.
 */
const unexpected = [
  { action: 'send' },
  { action: 'send', message: '' },
  { action: null, message: 'no action' },
  { action: ['send'], message: 'a list of actions' },
  { action: 'edit' },
  { action: 'edit', message_id: null, text: 'no id' },
  { action: 'edit', message_id: 'abc', text: 'an odd id' },
  { action: 'edit', message_id: { id: 1 }, text: 'an object for an id' },
  { action: 'edit', message_id: -1, text: 7 },
  { action: 'edit', message_id: 2_000_000_011 },
  { action: 'delete' },
  { action: 'delete', message_id: null },
  { action: 'delete', message_id: 'abc' },
  { action: 'delete', message_id: [1] },
  { action: 'delete', message_id: 1e300 },
];
