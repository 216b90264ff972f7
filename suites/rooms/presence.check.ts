import { given, Unmet } from '../kit/failure.ts';
import { heardNothing, heardOnce } from '../kit/fence.ts';
import type { Actor, Cast } from './cast.ts';
import { check } from './driver.ts';
import type { Seat } from './seat.ts';

const joining = 'userJoin';
const leaving = 'userLeave';
const of = ({ username }: Actor): { user: string } => ({ user: username });

/** The news comes; that it names somebody else is another requirement. */
async function expectNews(
  seat: Seat,
  name: typeof joining | typeof leaving,
  { person, since }: { person: Actor; since: number },
): Promise<void> {
  const found = await seat.until(() => seat.all(name, of(person), since)[0]);
  if (found === undefined && seat.all(name, undefined, since).length > 0)
    throw new Unmet(`A ${name} frame came to ${seat.who}, but it does not name ${person.who}.`);
  await seat.hears(name, of(person), { since, within: 0 });
}

/** Alice is in the room, bob is not, and nothing that happened before is still to come. */
async function aliceWaits({ alone, getConversations, alice, bob }: Cast): Promise<Seat> {
  const a = await alone(alice, bob);
  await getConversations(alice);
  return a;
}

check({
  says: 'Whoever is in a room hears that the other person has entered.',
  requires: ['rooms.presence.join-announced'],
  catches: ['join-not-announced', 'join-told-to-the-newcomer-only'],
  async run(cast) {
    const { enter, alice, bob, world } = cast;
    const a = await aliceWaits(cast);
    const since = a.mark;
    const b = await enter(bob, alice);
    await expectNews(a, joining, { person: bob, since });
    world.observe(
      'Whether the newcomer hears their own join',
      b.all(joining, of(bob)).length > 0 ? 'they do' : 'they do not',
    );
  },
});

check({
  says: 'A join is announced on every socket of whoever is in the room.',
  requires: ['rooms.presence.join-on-every-socket'],
  catches: ['join-announced-to-newest-socket', 'join-announced-to-first-socket'],
  async run(cast) {
    const { enter, alice, bob } = cast;
    const seats = [await aliceWaits(cast), await enter(alice, bob)];
    const since = seats.map((seat) => seat.mark);
    await enter(bob, alice);
    for (const [at, seat] of seats.entries())
      await expectNews(seat, joining, { person: bob, since: since[at] ?? 0 });
  },
});

check({
  says: 'A user_join frame names the person who has connected.',
  requires: ['rooms.presence.join-names-the-newcomer'],
  catches: ['join-names-the-reader', 'join-without-user', 'join-with-user-object'],
  async run(cast) {
    const { enter, alice, bob } = cast;
    const a = await aliceWaits(cast);
    const since = a.mark;
    await enter(bob, alice);
    await given('No join was announced', () => a.hears(joining, undefined, { since }));
    await a.hears(joining, of(bob), { since });
  },
});

check({
  says: 'Somebody who has left and comes back is announced again.',
  requires: ['rooms.presence.coming-back-is-announced'],
  catches: ['join-announced-the-first-time-only'],
  async run(cast) {
    const { enter, alice, bob } = cast;
    const a = await aliceWaits(cast);
    const b = await enter(bob, alice);
    const since = a.mark;
    await b.leave();
    await given('The leaving was not announced', () => a.hears(leaving, of(bob), { since }));
    const later = a.mark;
    await enter(bob, alice);
    await expectNews(a, joining, { person: bob, since: later });
  },
});

for (const { how, requires, catches, go } of [
  {
    how: 'has left',
    requires: 'rooms.presence.leave-announced',
    catches: ['leave-not-announced'],
    go: (seat: Seat) => seat.leave(),
  },
  {
    how: 'has lost their connection',
    requires: 'rooms.presence.leave-after-a-lost-connection',
    catches: ['lost-connection-not-announced'],
    go: async (seat: Seat) => seat.vanish(),
  },
]) {
  check({
    says: `Whoever is still in a room hears that the other person ${how}.`,
    requires: [requires],
    catches,
    async run(cast) {
      const { together, message, bob } = cast;
      const { a, b } = await together();
      await message(b, a);
      const since = a.mark;
      await go(b);
      await expectNews(a, leaving, { person: bob, since });
    },
  });
}

check({
  says: 'Somebody with two sockets in the room is said to leave when the second of them closes.',
  requires: ['rooms.presence.leave-announced'],
  catches: ['leave-forgotten-after-two-sockets'],
  async run(cast) {
    const { together, enter, message, alice, bob, world } = cast;
    const { a, b } = await together();
    const second = await enter(bob, alice);
    await message(second, a);
    const since = a.mark;
    await b.leave();
    await message(second, a);
    const early = a.all(leaving, of(bob), since).length > 0;
    world.observe(
      'When one of two sockets closes',
      early ? 'the person is said to leave' : 'nobody is said to leave',
    );
    const later = early ? since : a.mark;
    await second.leave();
    await expectNews(a, leaving, { person: bob, since: later });
  },
});

check({
  says: 'A user_leave frame names the person who has left.',
  requires: ['rooms.presence.leave-names-the-person'],
  catches: ['leave-names-the-reader', 'leave-without-user'],
  async run(cast) {
    const { together, message, bob } = cast;
    const { a, b } = await together();
    await message(b, a);
    const since = a.mark;
    await b.leave();
    await given('No leaving was announced', () => a.hears(leaving, undefined, { since }));
    await a.hears(leaving, of(bob), { since });
  },
});

check({
  says: 'A socket hears of one entering and of one leaving once.',
  requires: ['rooms.presence.announced-once'],
  catches: ['join-announced-twice', 'leave-announced-twice'],
  async run(cast) {
    const { enter, fence, alice, bob } = cast;
    const a = await aliceWaits(cast);
    const before = a.mark;
    const b = await enter(bob, alice);
    await given('The join was not announced', () => a.hears(joining, of(bob), { since: before }));
    await fence('strong', b, a);
    heardOnce(a, { name: joining, pattern: of(bob), since: before, what: 'of bob entering' });
    const since = a.mark;
    await b.leave();
    await given('The leaving was not announced', () => a.hears(leaving, of(bob), { since }));
    await fence('strong', await enter(bob, alice), a);
    heardOnce(a, { name: leaving, pattern: of(bob), since, what: 'of bob leaving' });
  },
});

check({
  says: 'Neither entering nor leaving one room is announced in another.',
  requires: ['rooms.presence.stays-in-the-room'],
  catches: ['join-leaks-to-other-rooms', 'leave-leaks-to-other-rooms'],
  async run(cast) {
    const { alone, enter, fence, alice, bob, carol } = cast;
    const a = await aliceWaits(cast);
    const [aliceElsewhere, carolWithAlice] = [await enter(alice, carol), await enter(carol, alice)];
    const [carolWithBob, bobElsewhere] = [await alone(carol, bob), await enter(bob, carol)];
    await given('The join was not announced', () => carolWithBob.hears(joining, of(bob)));
    await fence('strong', bobElsewhere, carolWithBob);
    const others = [aliceElsewhere, carolWithAlice, carolWithBob];
    const since = others.map((seat) => seat.mark);
    const before = a.mark;
    const b = await enter(bob, alice);
    await given('The join was not announced', () => a.hears(joining, of(bob), { since: before }));
    await b.leave();
    await given('The leaving was not announced', () => a.hears(leaving, of(bob), { since: before }));
    for (const _ of ['first', 'second']) {
      await fence('cross', aliceElsewhere, carolWithAlice);
      await fence('cross', carolWithAlice, aliceElsewhere);
      await fence('cross', bobElsewhere, carolWithBob);
    }
    for (const [at, seat] of others.entries())
      for (const name of [joining, leaving])
        heardNothing(seat, {
          name,
          pattern: of(bob),
          since: since[at] ?? 0,
          what: 'of bob entering or leaving another room',
        });
  },
});
