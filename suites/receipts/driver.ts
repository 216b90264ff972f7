// How the receipts dialect says what the checks need: rooms by path, REST for rooms, edits and deletions.
import { checksOf } from '../kit/check.ts';
import type { Driver } from '../kit/driver.ts';
import { given, Unmet } from '../kit/failure.ts';
import { fence as pass } from '../kit/fence.ts';
import type { Reply } from '../kit/http.ts';
import { isObject } from '../kit/match.ts';
import type { Id, Person } from '../kit/people.ts';
import type { World } from '../kit/world.ts';
import { type HistoryItem, Seat } from './seat.ts';
import { verbs } from './verbs.ts';

/** A person in a check, under the name that the check calls them by. */
export interface Actor extends Person {
  who: string;
}

export interface Message {
  id: Id;
  text: string;
}

export interface Cast {
  world: World;
  alice: Actor;
  bob: Actor;
  /** Belongs to no room that alice and bob share. */
  carol: Actor;
  /** The id of the room of two people, created when it is not there yet. */
  room(one: Actor, other: Actor): Promise<Id>;
  /** Opens the socket of a room and waits until the person is in it. */
  enter(person: Actor, room: Id): Promise<Seat>;
  /** The same without expecting that it works; a token of null stands for none at all. */
  knock(person: Actor, room: Id, token?: string | null): Promise<Seat>;
  /** Alice and bob, each with one socket in their room. */
  together(): Promise<{ a: Seat; b: Seat; room: Id }>;
  /** `from` says something new, and all of `seats` have heard it. */
  message(from: Seat, ...seats: Seat[]): Promise<Message>;
  /** Strong: every observer hears a later message of `from` in the same room. */
  fence(from: Seat, ...observers: Seat[]): Promise<void>;
  createRoom(as: Actor, query: Record<string, unknown>, token?: string | null): Promise<Reply>;
  edit(as: Actor, id: Id, body: unknown, token?: string | null): Promise<Reply>;
  remove(as: Actor, id: Id, token?: string | null): Promise<Reply>;
  /** The room's history as this person is shown it on a new connection, newest first. */
  history(person: Actor, room: Id): Promise<HistoryItem[]>;
}

export const driver: Driver<Cast> = {
  dialect: 'receipts',
  needs: ['id', 'email', 'token'],
  rooms: false,
  groups: false,
  auth: {
    http: { in: 'header', name: 'Authorization', value: 'Bearer {token}' },
    ws: { in: 'header', name: 'Authorization', value: 'Bearer {token}' },
  },
  optional: [],
  verbs,
  cast(world, { people: [first, second, third] }) {
    const [alice, bob, carol] = [
      { ...first, who: 'alice' },
      { ...second, who: 'bob' },
      { ...third, who: 'carol' },
    ] as const;
    const cast: Cast = {
      world,
      alice,
      bob,
      carol,
      async room(one, other) {
        const reply = await cast.createRoom(one, { user_id_1: one.id, user_id_2: other.id });
        const id = isObject(reply.body) ? reply.body['room_id'] : undefined;
        if (typeof id === 'string' || typeof id === 'number') return id;
        throw new Unmet(
          `No room for ${one.who} and ${other.who}: asking for one was answered with ${reply.problem ?? reply.status}.`,
        );
      },
      async enter(person, room) {
        const seat = await world.open(Seat, {
          who: person.who,
          channel: 'room',
          params: { room_id: room },
          token: person.token,
          belongs: true,
        });
        if (!seat.isOpen)
          throw new Unmet(
            `${person.who} does not get into room ${room}: ${seat.closing?.entry.what ?? 'no answer'}.`,
          );
        await seat.settled();
        return seat;
      },
      knock: (person, room, token = person.token) =>
        world.open(Seat, {
          who: person.who,
          channel: 'room',
          params: { room_id: room },
          token: token ?? undefined,
        }),
      async together() {
        const room = await cast.room(alice, bob);
        const [a, b] = await Promise.all([cast.enter(alice, room), cast.enter(bob, room)]);
        return { a, b, room };
      },
      async message(from, ...seats) {
        const text = world.text();
        const since = seats.map((seat) => seat.mark);
        from.say(text);
        const heard = await given('A message was not announced', () =>
          Promise.all(
            seats.map((seat, at) =>
              seat.hears('chatMessage', { message: { text } }, { since: since[at] ?? 0 }),
            ),
          ),
        );
        return { id: idOf(heard[0]?.value), text };
      },
      fence: (from, ...observers) =>
        pass('strong', from, async () => void (await cast.message(from, ...observers))),
      createRoom: (as, query, token = as.token) =>
        world.call('getOrCreateRoom', { who: as.who, token: token ?? undefined, query }),
      edit: (as, id, body, token = as.token) =>
        world.call('editMessage', {
          who: as.who,
          token: token ?? undefined,
          params: { message_id: id },
          body,
        }),
      remove: (as, id, token = as.token) =>
        world.call('deleteMessage', { who: as.who, token: token ?? undefined, params: { message_id: id } }),
      async history(person, room) {
        const seat = await cast.enter(person, room);
        const items = await given('No history came', () => seat.history());
        await seat.leave();
        return items;
      },
    };
    return cast;
  },
};

function idOf(frame: unknown): Id {
  const message = isObject(frame) ? frame['message'] : undefined;
  const id = isObject(message) ? message['message_id'] : undefined;
  if (typeof id === 'number' || typeof id === 'string') return id;
  throw new Unmet('The frame of a message carries no message_id to go on with.');
}

export const check = checksOf(driver);
