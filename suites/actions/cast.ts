// Who takes part in a check, and what they can do.
import { given, Unmet } from '../kit/failure.ts';
import { fence as pass } from '../kit/fence.ts';
import type { Trio } from '../kit/lease.ts';
import { isObject } from '../kit/match.ts';
import type { Id } from '../kit/people.ts';
import type { Heard } from '../kit/socket.ts';
import type { World } from '../kit/world.ts';
import { dataUrl, type FileToSend } from './files.ts';
import { type Actor, type Requests, requestsOf } from './requests.ts';
import { Seat } from './seat.ts';
import { type Item, idIn } from './wire.ts';

export interface Message {
  id: Id;
  text: string;
  /** The frame that brought it. */
  heard: Heard;
}

export interface Cast extends Requests {
  world: World;
  alice: Actor;
  bob: Actor;
  carol: Actor;
  /** Somebody with many rooms, to whom no other check writes. */
  popular: { person: Actor; rooms: Id[] } | undefined;
  /** The room of alice and bob, in which alice was named first. Carol is not in it. */
  room(): Id;
  /** The room of alice and carol. */
  elsewhere(): Id;
  /** The room of bob and carol. */
  elsewhereOfBob(): Id;
  /** Opens the socket of a room and waits until the person is in it. */
  enter(person: Actor, room: Id): Promise<Seat>;
  /** The same without expecting that it works; no room and no token are possible, too. */
  knock(person: Actor, room: unknown, token?: string | null): Promise<Seat>;
  /** Alice and bob, each with one socket in their room. */
  together(): Promise<{ a: Seat; b: Seat }>;
  /** Alice and carol, each with one socket in theirs. */
  apart(): Promise<{ aliceElsewhere: Seat; c: Seat }>;
  /** `from` says something new, and all of these have heard it. */
  message(from: Seat, first: Seat, ...more: Seat[]): Promise<Message>;
  /** Sends a file as this target takes it; the text may be empty. */
  sendFile(from: Seat, file: FileToSend, text: string): Promise<void>;
  /** `from` sends a file with a text, and all of these have heard it. */
  messageWithFile(from: Seat, file: FileToSend, first: Seat, ...more: Seat[]): Promise<Message>;
  /** Strong: every observer hears a later message of `from` in the same room. */
  fence(from: Seat, ...observers: [Seat, ...Seat[]]): Promise<void>;
  /** What `from` asked for is dealt with: a later message of theirs has come, or the target has closed a socket for it. */
  processed(from: Seat, witness: Seat): Promise<void>;
  /** The room's history as this person is shown it on a new connection, oldest first. */
  history(person: Actor, room: Id): Promise<Item[]>;
}

export function castOf(world: World, trio: Trio): Cast {
  const [first, second, third] = trio.people;
  const alice = { ...first, who: 'alice' };
  const bob = { ...second, who: 'bob' };
  const carol = { ...third, who: 'carol' };
  const { popular } = trio;

  const open = (person: Actor, room: unknown, token: string | undefined, belongs?: true): Promise<Seat> => {
    // A target that maps the address may want the room at another place in it.
    const { room: address = '' } = world.target.paths;
    const isMapped = address.includes('{room_id}');
    const named = room === undefined ? {} : { room_id: room };
    return world.open(Seat, {
      who: person.who,
      channel: 'room',
      ...(isMapped ? { params: named } : { query: named }),
      token,
      ...(belongs ? { belongs } : {}),
    });
  };

  const heardBy = async (
    [first, ...more]: readonly [Seat, ...Seat[]],
    { text, since: [since = 0, ...others] }: { text: string; since: readonly number[] },
  ): Promise<Message> => {
    const hears = (seat: Seat, from: number): Promise<Heard> =>
      seat.hears('chatMessage', { message: { text } }, { since: from });
    const [heard] = await given('A message was not announced', () =>
      Promise.all([hears(first, since), ...more.map((seat, at) => hears(seat, others[at] ?? 0))]),
    );
    return { id: idIn(heard), text, heard };
  };

  const cast: Cast = {
    ...requestsOf(world),
    world,
    alice,
    bob,
    carol,
    popular:
      popular === undefined ? undefined : { ...popular, person: { ...popular.person, who: 'mallory' } },
    room: () => trio.room(0, 1),
    elsewhere: () => trio.room(0, 2),
    elsewhereOfBob: () => trio.room(1, 2),
    async enter(person, room) {
      const seat = await open(person, room, person.token, true);
      if (!seat.isOpen)
        throw new Unmet(
          `${person.who} does not get into room ${room}: ${seat.closing?.entry.what ?? 'no answer'}.`,
        );
      await seat.settled();
      return seat;
    },
    knock: (person, room, token = person.token ?? null) => open(person, room, token ?? undefined),
    async together() {
      const [a, b] = await Promise.all([cast.enter(alice, cast.room()), cast.enter(bob, cast.room())]);
      return { a, b };
    },
    async apart() {
      const room = cast.elsewhere();
      const [aliceElsewhere, c] = await Promise.all([cast.enter(alice, room), cast.enter(carol, room)]);
      return { aliceElsewhere, c };
    },
    message(from, ...seats) {
      const text = world.text();
      const since = seats.map(({ mark }) => mark);
      from.say(text);
      return heardBy(seats, { text, since });
    },
    async sendFile(from, file, text) {
      const since = from.mark;
      const { name, type, bytes } = file;
      from.say(text, { file: { name, size: bytes.length, type, data: dataUrl(file) } });
      if (uploads(world)) await upload(cast, from, { bytes, since });
    },
    async messageWithFile(from, file, ...seats) {
      const text = world.text();
      const since = seats.map(({ mark }) => mark);
      await cast.sendFile(from, file, text);
      return heardBy(seats, { text, since });
    },
    fence: (from, ...observers) => pass('strong', from, () => cast.message(from, ...observers)),
    async processed(from, witness) {
      if (!from.isOpen) return;
      const through = cast.fence(from, witness).then(() => undefined);
      await Promise.race([from.gone(), witness.gone(), through]);
    },
    async history(person, room) {
      const seat = await cast.enter(person, room);
      const items = await given('No history came', () => seat.history());
      await seat.leave();
      return items;
    },
  };
  return cast;
}

const alternative = 'presigned-upload';

function uploads({ target }: World): boolean {
  return target.accepts.includes(alternative) || target.offers.includes(alternative);
}

/** The example client is told where to put the bytes, and the message comes afterwards. */
async function upload(
  cast: Cast,
  from: Seat,
  { bytes, since }: { bytes: Uint8Array; since: number },
): Promise<void> {
  const { value } = await given('No address for the upload came', () =>
    from.hears('presignedUrl', {}, { since }),
  );
  const address = isObject(value) ? value['presigned_url'] : undefined;
  if (typeof address !== 'string' || !URL.canParse(address, cast.world.target.http))
    throw new Unmet('The presigned_url is no address.');
  const reply = await cast.putFile(from.who, new URL(address, cast.world.target.http).href, bytes);
  if (reply.status < 200 || reply.status >= 300)
    throw new Unmet(`The upload was answered with ${reply.problem ?? reply.status}.`);
}
