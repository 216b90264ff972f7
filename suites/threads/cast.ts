// Who takes part in a check, and what they can do.
import { given, Unmet } from '../kit/failure.ts';
import { fence as pass } from '../kit/fence.ts';
import type { Trio } from '../kit/lease.ts';
import type { FenceGrade } from '../kit/outcome.ts';
import type { Id, Person } from '../kit/people.ts';
import type { Heard } from '../kit/socket.ts';
import type { World } from '../kit/world.ts';
import { field } from './answers.ts';
import { type Requests, requestsOf, type Upload } from './requests.ts';
import { Seat } from './seat.ts';

/** A person in a check, under the name that the check calls them by. */
export interface Actor extends Person {
  who: string;
}

export interface Message {
  id: Id;
  text: string;
  heard: Heard;
}

export interface Cast extends Requests {
  world: World;
  alice: Actor;
  bob: Actor;
  carol: Actor;
  /** People to whom nobody in this check may ever have written. */
  strangers: readonly Actor[];
  /** Opens a socket, and waits until the person hears what others write. */
  enter(person: Actor): Promise<Seat>;
  /** Opens a socket and nothing else; a token of null stands for none at all. */
  knock(person: Actor, token?: string | null): Promise<Seat>;
  /** Alice and bob, each with one socket. */
  together(): Promise<{ a: Seat; b: Seat }>;
  /** Somebody writes something new to the person of the seats, and all of these have heard it. */
  message(from: Seat, first: Seat, ...more: Seat[]): Promise<Message>;
  /** A later message from the same socket has come to each of these. */
  fence(grade: FenceGrade, from: Seat, ...observers: Seat[]): Promise<void>;
  /**
   * Waits until what somebody has sent, for which a server may close the socket, has had its effect; gives a socket on
   * which they go on.
   */
  afterwards(from: Seat, ...observers: Seat[]): Promise<Seat>;
  /** Announces an upload, with a text of its own, and waits until all of these have heard of it. */
  announced(
    from: Seat,
    upload: Upload,
    first: Seat,
    ...more: Seat[]
  ): Promise<{ text: string; heard: Heard }>;
}

/** A target that never delivers what is said first is not waited for again and again. */
const enoughMisses = 3;

export function castOf(world: World, { people: [first, second, third], strangers }: Trio): Cast {
  const [alice, bob, carol] = [
    { ...first, who: 'alice' },
    { ...second, who: 'bob' },
    { ...third, who: 'carol' },
  ] as const;
  const present: Seat[] = [];
  const personOf = ({ who }: Seat): Actor => [alice, bob, carol].find((one) => one.who === who) ?? carol;

  /** A socket may be open before the server counts it in: somebody who is there writes to the newcomer. */
  const settled = async (from: Seat, newcomer: Seat): Promise<void> => {
    const { missing } = world.run;
    if (missing.size >= enoughMisses) return;
    const text = world.text();
    from.write(personOf(newcomer).id ?? '', text);
    const heard = await newcomer.until(
      () => newcomer.all('reMessage', { message_body: text })[0],
      world.patience.ms / 4,
    );
    if (heard === undefined) missing.add(text);
    else missing.clear();
  };

  const cast: Cast = {
    ...requestsOf(world),
    world,
    alice,
    bob,
    carol,
    strangers: strangers.map((person) => ({ ...person, who: 'mallory' })),
    async enter(person) {
      const seat = await world.open(Seat, {
        who: person.who,
        channel: 'chat',
        token: person.token,
        belongs: true,
      });
      if (!seat.isOpen)
        throw new Unmet(
          `The socket of ${person.who} does not open: ${seat.closing?.entry.what ?? 'no answer'}.`,
        );
      const partner = present.find((other) => other.who !== person.who && other.isOpen);
      present.push(seat);
      if (partner === undefined) return seat;
      const isNew = partner.heard.length === 0;
      await Promise.all([settled(partner, seat), isNew ? settled(seat, partner) : undefined]);
      return seat;
    },
    knock: (person, token = person.token ?? null) =>
      world.open(Seat, { who: person.who, channel: 'chat', token: token ?? undefined }),
    async together() {
      const [a, b] = await Promise.all([cast.enter(alice), cast.enter(bob)]);
      return { a, b };
    },
    async message(from, first, ...more) {
      const text = world.text();
      from.write(personOf(first).id ?? '', text);
      const listens = (seat: Seat): Promise<Heard> => seat.hears('reMessage', { message_body: text });
      const [heard] = await given('A message did not arrive', () =>
        Promise.all([listens(first), ...more.map(listens)]),
      );
      const id = field(heard.value, 'created_msg_id');
      if (typeof id === 'number' || typeof id === 'string') return { id, text, heard };
      throw new Unmet('A re_message carries no created_msg_id to go on with.');
    },
    async fence(grade, from, ...observers) {
      for (const observer of observers) await pass(grade, observer, () => cast.message(from, observer));
    },
    async afterwards(from, ...observers) {
      const through = cast.fence('strong', from, ...observers).catch(() => undefined);
      await Promise.race([through, from.gone()]);
      const again = await cast.enter(personOf(from));
      await cast.fence('cross', again, ...observers);
      return again;
    },
    async announced(from, upload, first, ...more) {
      const text = world.text();
      from.announce(upload.id, text);
      const listens = (seat: Seat): Promise<Heard> => seat.hears('reMessageFile', aboutUpload(upload, text));
      const [heard] = await given('An announcement did not arrive', () =>
        Promise.all([listens(first), ...more.map(listens)]),
      );
      return { text, heard };
    },
  };
  return cast;
}

/** Finds the frame about an upload, even when one of the things that it says is wrong. */
export function aboutUpload(upload: Upload, announced?: string): (value: unknown) => true | string {
  const { id, text, name } = upload;
  return (value) =>
    String(field(value, 'created_msg_id')) === String(id) ||
    [text, announced ?? text].some((one) => field(value, 'message_body') === one) ||
    field(value, 'attached_file_name') === name ||
    'is about another message';
}
