// The abstract verbs, said in receipts.
import { Unmet } from '../kit/failure.ts';
import { isObject } from '../kit/match.ts';
import type { Verbs } from '../kit/verbs.ts';
import type { Cast } from './driver.ts';

export function verbs(cast: Cast): Verbs {
  const { world, alice, bob } = cast;
  const people = { alice, bob };
  return {
    world,
    async join(who) {
      const seat = await cast.enter(people[who], await cast.room(alice, bob));
      return {
        who,
        out: seat,
        ear: seat,
        say: (text) => seat.say(text),
        hear: (text) => seat.hears('chatMessage', { message: { text } }),
        heard: (text) => seat.all('chatMessage', { message: { text } }),
      };
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
      return cast.knock(alice, await cast.room(alice, bob), token ?? null);
    },
    tokens: tokensOf(cast),
    shows: { newest: 50 },
    outsider: async () => cast.enter(cast.carol, await cast.room(alice, cast.carol)),
    async history(who) {
      const items = await cast.history(people[who], await cast.room(alice, bob));
      return items.map(({ text, message_id }) => ({ text: String(text), id: String(message_id) })).reverse();
    },
  };
}

function tokensOf({ alice }: Cast): { valid: string; expired: string | undefined } {
  if (alice.token === undefined) throw new Unmet('alice has no token.');
  return { valid: alice.token, expired: alice.expired_token };
}
