// The abstract verbs, said in rooms.
import { eventually } from '../kit/eventually.ts';
import { Unmet } from '../kit/failure.ts';
import type { Role, Verbs } from '../kit/verbs.ts';
import { field, type Item, nameOf } from './answers.ts';
import type { Actor, Cast } from './cast.ts';
import { unread } from './counts.ts';
import { entrances } from './entrances.ts';
import { instantOf } from './instant.ts';
import { messageTo, type Seat } from './seat.ts';

export function verbs(cast: Cast): Verbs {
  const { world, alice, bob } = cast;
  const people = { alice, bob };
  const otherThan = (who: Role): Actor => (who === 'alice' ? bob : alice);
  const said: { text: string; seat: Seat }[] = [];
  return {
    world,
    entrances: entrances(cast),
    async join(who) {
      const seat = await cast.enter(people[who], otherThan(who));
      return {
        who,
        out: seat,
        ear: seat,
        say(text) {
          said.push({ text, seat });
          seat.say(text);
        },
        hear: (text) => seat.hears('chatMessage', { message: text }),
        heard: (text) => seat.all('chatMessage', { message: text }),
        markRead: () => seat.read(),
        get present() {
          return seat.names.flatMap((name) =>
            name === cast.carol.username ? 'carol' : (roleOf(cast, name) ?? []),
          );
        },
      };
    },
    newsOf({ name, value }) {
      if (name === 'chatMessage')
        return {
          kind: 'said',
          text: String(field(value, 'message')),
          by: roleOf(cast, nameOf(field(value, 'from_user'))),
        };
      if (name !== 'userJoin' && name !== 'userLeave') return undefined;
      return { kind: name === 'userJoin' ? 'entered' : 'left', by: roleOf(cast, field(value, 'user')) };
    },
    words: { said: 'chat_message', entered: 'user_join', left: 'user_leave' },
    unread: (who) => unread(cast, people[who], otherThan(who)),
    textOf({ name, value }) {
      return name === 'chatMessage' ? String(field(value, 'message')) : undefined;
    },
    forge: (text) => ({
      ...messageTo(bob.username, text),
      from_user: { username: bob.username },
      user: bob.username,
      username: bob.username,
    }),
    isAuthor({ value }, who) {
      const name = nameOf(field(value, 'from_user'));
      // A frame without an author has none that was claimed: that it lacks one is another requirement.
      return typeof name !== 'string' || name === people[who].username;
    },
    knock: (token) => cast.knock(alice, bob.username, token ?? null),
    tokens: tokensOf(cast),
    outsider: () => cast.enter(cast.carol, alice),
    async history(who) {
      const items = async (): Promise<Item[]> => cast.messages(people[who], otherThan(who));
      const settled = await eventually(world, async () => {
        const shown = await items();
        // What went with its connection may never have arrived: nobody waits for it.
        const last = said.findLast(({ seat }) => seat.closing?.how !== 'lost')?.text;
        return last === undefined || shown.some(({ content }) => content === last) ? shown : undefined;
      });
      const shown = oldestFirst(
        settled ?? (await items()),
        said.map(({ text }) => text),
      );
      return shown.map(({ content, id, from_user }) => ({
        text: String(content),
        id: String(id),
        by: roleOf(cast, nameOf(from_user)),
      }));
    },
  };
}

/** What was said in this check tells the direction; without two of its texts, the times do. */
function oldestFirst(items: readonly Item[], said: readonly string[]): Item[] {
  const places = said
    .map((text) => items.findIndex(({ content }) => content === text))
    .filter((place) => place !== -1);
  const [first, last] =
    places.length > 1
      ? [places[0] ?? 0, places.at(-1) ?? 0]
      : [instantOf(items[0]?.date_added), instantOf(items.at(-1)?.date_added)];
  return first > last ? items.toReversed() : [...items];
}

function roleOf({ alice, bob }: Cast, username: unknown): Role | undefined {
  if (username === alice.username) return 'alice';
  return username === bob.username ? 'bob' : undefined;
}

function tokensOf({ alice }: Cast): { valid: string; expired: string | undefined } {
  if (alice.token === undefined) throw new Unmet('alice has no token.');
  return { valid: alice.token, expired: alice.expired_token };
}
