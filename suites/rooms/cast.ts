// Who takes part in a check, and what they can do.
import { eventually } from '../kit/eventually.ts';
import { given, Unmet } from '../kit/failure.ts';
import { fence as pass } from '../kit/fence.ts';
import type { Trio } from '../kit/lease.ts';
import type { FenceGrade } from '../kit/outcome.ts';
import type { Person } from '../kit/people.ts';
import type { Heard } from '../kit/socket.ts';
import type { World } from '../kit/world.ts';
import { type Requests, requestsOf } from './requests.ts';
import { Bell, Seat } from './seat.ts';

/** A person in a check, under the name that the check calls them by. */
export interface Actor extends Person {
  who: string;
  username: string;
}

export interface Message {
  text: string;
  heard: Heard;
}

export interface Cast extends Requests {
  world: World;
  alice: Actor;
  bob: Actor;
  carol: Actor;
  /** Enters the room that the two share, and waits until the person is in it. */
  enter(person: Actor, other: Actor): Promise<Seat>;
  /** The same with the certainty that the other one is not there. */
  alone(person: Actor, other: Actor): Promise<Seat>;
  /** Opens the socket of a room and nothing else; a token of null stands for none at all. */
  knock(person: Actor, room: string, token?: string | null): Promise<Seat>;
  /** Opens the notification socket of one conversation, or of all, and waits for its count. */
  bell(person: Actor, other?: Actor): Promise<Bell>;
  knockBell(person: Actor, other: string | undefined, token?: string | null): Promise<Bell>;
  /** Alice and bob, each with one socket in their room. */
  together(): Promise<{ a: Seat; b: Seat }>;
  /** Somebody says something new, and all of these have heard it. */
  message(from: Seat, first: Seat, ...more: Seat[]): Promise<Message>;
  /** A later message from the same socket has come to each of these. */
  fence(grade: FenceGrade, from: Seat, ...observers: Seat[]): Promise<void>;
  /** Writes to somebody who is not in the room, makes sure that it is stored, and leaves again. */
  leaves(person: Actor, other: Actor, ...texts: string[]): Promise<void>;
}

/** A target that never delivers what is said first is not waited for again and again. */
const enoughMisses = 3;

export function castOf(world: World, { people: [first, second, third] }: Trio): Cast {
  const [alice, bob, carol] = [actor(first, 'alice'), actor(second, 'bob'), actor(third, 'carol')];
  const { missing } = world.run;
  const present: { seat: Seat; person: Actor; other: Actor }[] = [];

  /** A socket may be open before the server counts it in: somebody who is there says something to the newcomer. */
  const probe = async (from: Seat, newcomer: Seat): Promise<void> => {
    const misses = [...missing].filter((name) => name.startsWith('probe '));
    if (misses.length >= enoughMisses || !from.isOpen) return;
    const text = world.text();
    from.say(text);
    const heard = await newcomer.until(
      () => newcomer.all('chatMessage', { message: text })[0],
      world.patience.ms / 4,
    );
    if (heard === undefined) missing.add(`probe ${text}`);
    else for (const miss of misses) missing.delete(miss);
  };

  /** The list of conversations shows the last of them: asking for the messages themselves may count as reading. */
  const stored = async (person: Actor, other: Actor, texts: readonly string[]): Promise<void> => {
    const listed = async (): Promise<true | undefined> => {
      const found = await cast.conversationsWith(person, other);
      return found.some(({ last_message }) => last_message?.content === texts.at(-1)) ? true : undefined;
    };
    if (missing.has('last message') || (await eventually(world, listed)) === undefined) {
      missing.add('last message');
      await cast.conversation(person, other, ...texts);
    }
  };

  const cast: Cast = {
    ...requestsOf(world),
    world,
    alice,
    bob,
    carol,
    async enter(person, other) {
      const seat = await cast.knock(person, other.username);
      await seat.settled();
      if (!seat.isOpen) throw shut(seat);
      const partner = present.find(
        (one) => one.person === other && one.other === person && one.seat.isOpen,
      )?.seat;
      present.push({ seat, person, other });
      if (partner === undefined) return seat;
      const isNew = partner.all('chatMessage').length === 0;
      await Promise.all([probe(partner, seat), isNew ? probe(seat, partner) : undefined]);
      return seat;
    },
    async alone(person, other) {
      // Whoever has just left may be named for a moment longer.
      const settled = await eventually(world, async () => {
        const seat = await cast.enter(person, other);
        if (missing.has('forgets') || !seat.names.includes(other.username)) return seat;
        await seat.leave();
        return undefined;
      });
      if (settled !== undefined) return settled;
      missing.add('forgets');
      return cast.enter(person, other);
    },
    async knock(person, room, token = person.token ?? null) {
      const seat = await world.open(Seat, {
        who: person.who,
        channel: 'room',
        params: { room },
        token: token ?? undefined,
        ...(token === person.token ? { belongs: true } : {}),
      });
      seat.room = room;
      return seat;
    },
    async bell(person, other) {
      const bell = await cast.knockBell(person, other?.username);
      await bell.settled();
      if (!bell.isOpen) throw shut(bell);
      return bell;
    },
    knockBell: (person, other, token = person.token ?? null) =>
      world.open(Bell, {
        who: person.who,
        channel: other === undefined ? 'notifications' : 'conversationNotifications',
        params: { username_of_other_person_in_conversation: other },
        token: token ?? undefined,
        ...(token === person.token ? { belongs: true } : {}),
      }),
    async together() {
      const [a, b] = await Promise.all([cast.enter(alice, bob), cast.enter(bob, alice)]);
      return { a, b };
    },
    async message(from, ...seats) {
      const text = world.text();
      from.say(text);
      const [heard] = await given('A message did not arrive', () =>
        Promise.all(seats.map((seat) => seat.hears('chatMessage', { message: text }))),
      );
      if (heard === undefined) throw new Unmet('Nobody was there to hear a message.');
      return { text, heard };
    },
    async fence(grade, from, ...observers) {
      for (const observer of observers) await pass(grade, observer, () => cast.message(from, observer));
    },
    async leaves(person, other, ...texts) {
      const seat = await cast.alone(person, other);
      for (const text of texts) seat.say(text);
      await stored(person, other, texts);
      await seat.leave();
    },
  };
  return cast;
}

function shut(socket: Seat | Bell): Unmet {
  return new Unmet(
    `The socket ${socket.where} of ${socket.who} does not open: ${socket.closing?.entry.what ?? 'no answer'}.`,
  );
}

function actor(person: Person, who: string): Actor {
  if (person.username === undefined) throw new Unmet(`${who} has no username.`);
  return { ...person, who, username: person.username };
}
