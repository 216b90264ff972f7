import { eventually } from '../kit/eventually.ts';
import { expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import type { Actor, Cast } from './cast.ts';
import { check } from './driver.ts';
import type { Seat } from './seat.ts';

/** A newcomer who has been told who is there. */
async function newcomer({ enter }: Cast, person: Actor, other: Actor): Promise<Seat> {
  const seat = await enter(person, other);
  await given('No list came on connecting', () => seat.hears('onlineUserList'));
  if (seat.names.some((name) => typeof name !== 'string'))
    throw new Unmet('The list holds something else than names.');
  return seat;
}

function expectNamed(seat: Seat, { who, username }: Actor): void {
  expectTrue(seat.names.includes(username), `the list does not name ${who}, who is in the room`, {
    expected: `a list with ${show(username)}`,
    received: show(seat.names),
  });
}

/** The list lacks these people; for whoever has just left it may take a moment. */
async function expectNotNamed(cast: Cast, seat: Seat, absent: readonly Actor[]): Promise<void> {
  const named = (one: Seat): Actor | undefined => absent.find(({ username }) => one.names.includes(username));
  const { alice, bob, world } = cast;
  let last = seat;
  const settled = await eventually(world, async () => {
    if (named(last) === undefined) return true;
    await last.leave();
    last = await newcomer(cast, alice, bob);
    return named(last) === undefined ? true : undefined;
  });
  const stray = named(last);
  expectTrue(
    settled === true || stray === undefined,
    `the list names ${stray?.who}, who is not in the room`,
    {
      expected: `a list without ${absent.map(({ username }) => show(username)).join(' and ')}`,
      received: show(last.names),
    },
  );
}

check({
  says: 'Whoever connects to a room hears who is in it.',
  requires: ['rooms.presence.list-on-connect', 'rooms.presence.list-shape'],
  catches: ['no-list-on-connect', 'list-goes-to-the-others', 'list-of-objects'],
  async run({ knock, world, alice, bob }) {
    const seat = await knock(alice, bob.username);
    await seat.hears('onlineUserList', undefined, { requirement: 'rooms.presence.list-on-connect' });
    world.observe(
      'Who is in the list on connect',
      seat.names.includes(alice.username) ? 'the newcomer, too' : 'the others only',
    );
  },
});

check({
  says: 'The list names the other person when they are in the room.',
  requires: ['rooms.presence.list-has-the-other'],
  catches: ['list-is-empty', 'list-only-of-oneself'],
  async run(cast) {
    const { together, message, alice, bob } = cast;
    const { a, b } = await together();
    // What each has heard of the other shows that both are in the room.
    await message(a, b);
    await message(b, a);
    expectNamed(await newcomer(cast, alice, bob), bob);
    expectNamed(await newcomer(cast, bob, alice), alice);
  },
});

check({
  says: 'The list does not name somebody who is connected nowhere.',
  requires: ['rooms.presence.list-lacks-the-absent'],
  catches: ['list-names-both-always'],
  async run(cast) {
    await expectNotNamed(cast, await newcomer(cast, cast.alice, cast.bob), [cast.bob, cast.carol]);
  },
});

check({
  says: 'The list does not name somebody who is connected to another room only.',
  requires: ['rooms.presence.list-lacks-the-absent'],
  catches: ['list-of-all-rooms', 'list-of-everybody'],
  async run(cast) {
    const { enter, message, alice, bob, carol } = cast;
    const [b, c] = [await enter(bob, carol), await enter(carol, bob)];
    await message(b, c);
    await enter(carol, alice);
    await expectNotNamed(cast, await newcomer(cast, alice, bob), [bob, carol]);
  },
});

for (const [how, go] of [
  ['left', (seat: Seat) => seat.leave()],
  ['lost their connection', async (seat: Seat) => seat.vanish()],
] as const) {
  check({
    says: `The list does not name somebody who has ${how}.`,
    requires: ['rooms.presence.list-forgets-who-left'],
    catches: how === 'left' ? ['list-remembers-who-left'] : ['list-remembers-lost-connections'],
    async run(cast) {
      const { together, message, alice, bob } = cast;
      const { a, b } = await together();
      await message(b, a);
      const before = await newcomer(cast, alice, bob);
      if (!before.names.includes(bob.username))
        throw new Unmet('The list does not name bob while he is there.');
      await go(b);
      await expectNotNamed(cast, await newcomer(cast, alice, bob), [bob]);
    },
  });
}

check({
  says: 'The list names somebody with two sockets in the room once.',
  requires: ['rooms.presence.list-has-nobody-twice'],
  catches: ['list-names-every-socket'],
  async run(cast) {
    const { together, enter, message, alice, bob } = cast;
    const { a } = await together();
    const second = await enter(bob, alice);
    await message(second, a);
    const { names } = await newcomer(cast, alice, bob);
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (!names.includes(bob.username)) throw new Unmet('The list does not name bob while he is there.');
    expectTrue(twice === undefined, `the list names ${show(twice)} more than once`, {
      expected: 'everybody once',
      received: show(names),
    });
  },
});
