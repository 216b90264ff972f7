// The abstract verbs, said in rooms.
import { eventually } from '../kit/eventually.ts';
import { Unmet } from '../kit/failure.ts';
import { oldestFirst, type Saying } from '../kit/oldest-first.ts';
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
  const said: (Saying & { on: Seat })[] = [];
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
          said.push({ text, on: seat });
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
        const last = said.findLast(({ on }) => on.closing?.how !== 'lost')?.text;
        return last === undefined || shown.some(({ content }) => content === last) ? shown : undefined;
      });
      const shown = settled ?? (await items());
      const lines = shown.map(({ content, id, from_user }) => ({
        text: String(content),
        id: String(id),
        by: roleOf(cast, nameOf(from_user)),
      }));
      return oldestFirst(lines, { said, instants: shown.map(({ date_added }) => instantOf(date_added)) });
    },
  };
}

function roleOf({ alice, bob }: Cast, username: unknown): Role | undefined {
  if (username === alice.username) return 'alice';
  return username === bob.username ? 'bob' : undefined;
}

function tokensOf({ alice }: Cast): { valid: string; expired: string | undefined } {
  if (alice.token === undefined) throw new Unmet('alice has no token.');
  return { valid: alice.token, expired: alice.expired_token };
}
