import { expectTrue } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { fence } from '../kit/fence.ts';
import type { Cast } from './cast.ts';
import { check } from './driver.ts';
import { rang, roundTrip, silentDuring } from './rings.ts';
import type { Bell } from './seat.ts';

/** The notification sockets of bob that a message of alice rings. */
async function bells({ bell, alice, bob }: Cast): Promise<[ofAll: Bell, ofOne: Bell]> {
  return [await bell(bob), await bell(bob, alice)];
}

const rings = (bell: Bell, since: number): Promise<unknown> =>
  bell.hears(bell.ringName, undefined, { since });

check({
  says: 'The socket of one conversation hears its count right after connecting.',
  requires: ['rooms.notifications.conversation-count-on-connect', 'rooms.notifications.count-shape'],
  catches: ['no-conversation-count-on-connect', 'count-as-text', 'conversation-count-without-number'],
  async run({ knockBell, alice, bob }) {
    const bell = await knockBell(alice, bob.username);
    await bell.hears(bell.countName);
  },
});

check({
  says: 'The socket of all conversations hears its count right after connecting.',
  requires: ['rooms.notifications.total-count-on-connect', 'rooms.notifications.count-shape'],
  catches: ['no-total-count-on-connect', 'count-as-text'],
  async run({ knockBell, alice }) {
    const bell = await knockBell(alice, undefined);
    await bell.hears(bell.countName);
  },
});

check({
  says: 'A count is never below zero, also after reading twice.',
  requires: ['rooms.notifications.counts-are-not-negative'],
  catches: ['reading-twice-counts-below-zero'],
  async run(cast) {
    const { leaves, enter, bell, alice, bob, world } = cast;
    await leaves(alice, bob, world.text());
    const b = await enter(bob, alice);
    for (const _ of ['first', 'second', 'third']) b.read();
    const said = world.text();
    b.say(said);
    await cast.conversation(bob, alice, said);
    for (const other of [alice, undefined])
      await given('No count came on connecting', async () => (await bell(bob, other)).count());
  },
});

check({
  says: 'A new message is announced on the socket of its conversation.',
  requires: ['rooms.notifications.conversation-new-message'],
  catches: ['no-notification-for-conversation', 'notifies-one-way-only'],
  async run(cast) {
    const { leaves, alice, bob, world } = cast;
    const [, ofOne] = await bells(cast);
    const since = ofOne.mark;
    await leaves(alice, bob, world.text());
    await rings(ofOne, since);
    world.observe(
      'Whether a count follows a new message',
      ofOne.all(ofOne.countName, undefined, since).length > 0 ? 'it does' : 'not at once',
    );
  },
});

check({
  says: 'A new message is announced on the socket of all conversations.',
  requires: ['rooms.notifications.new-message'],
  catches: ['no-notification-for-all', 'notifies-of-first-conversation-only'],
  async run(cast) {
    const { leaves, alice, bob, carol, world } = cast;
    const [ofAll] = await bells(cast);
    for (const author of [alice, carol]) {
      const since = ofAll.mark;
      await leaves(author, bob, world.text());
      await rings(ofAll, since);
    }
  },
});

check({
  says: 'A new message is announced on every notification socket that its receiver has open for it.',
  requires: ['rooms.notifications.on-every-socket'],
  catches: ['only-newest-bell-rings', 'only-first-bell-rings'],
  async run(cast) {
    const { leaves, alice, bob, world } = cast;
    const open = [...(await bells(cast)), ...(await bells(cast)), ...(await bells(cast))];
    const since = open.map((bell) => bell.mark);
    await leaves(alice, bob, world.text());
    await Promise.all(open.map((bell, at) => rings(bell, since[at] ?? 0)));
  },
});

check({
  says: 'A notification socket hears of a new message once.',
  requires: ['rooms.notifications.once-for-each-message'],
  catches: ['notifies-twice', 'notifies-once-for-each-socket', 'notifies-twice-now-and-then'],
  async run(cast) {
    const { leaves, alice, bob, world } = cast;
    const [first, ...others] = await bells(cast);
    const open = [first, ...others, ...(await bells(cast))];
    const since = open.map((bell) => bell.mark);
    let messages = 0;
    for (const more of [0, 2]) {
      messages += 1 + more;
      await fence('cross', first, async () => {
        await leaves(alice, bob, world.text(), ...Array.from({ length: more }, () => world.text()));
        for (const [at, bell] of open.entries()) await rang(bell, since[at] ?? 0, messages);
        await roundTrip(cast, bob);
      });
      for (const [at, bell] of open.entries()) {
        const count = bell.rung(since[at]);
        expectTrue(count === messages, `${messages} new messages were announced ${count} times`, {
          expected: `${messages} announcements on ${bell.where}`,
          received: `${count}`,
        });
      }
    }
  },
});

check({
  says: 'The sender of a message is not told of it as a new message.',
  requires: ['rooms.notifications.not-to-the-sender'],
  catches: ['notifies-the-sender'],
  async run(cast) {
    const { leaves, bell, alice, bob, world } = cast;
    const [ofAll] = await bells(cast);
    const watched = [
      { bell: await bell(alice), owner: alice, times: 1 },
      { bell: await bell(alice, bob), owner: alice, times: 1 },
    ];
    await silentDuring(cast, watched, {
      rightly: () => leaves(bob, alice, world.text()),
      async act() {
        const since = ofAll.mark;
        await leaves(alice, bob, world.text());
        await rang(ofAll, since, 1);
      },
      what: 'their own message',
    });
  },
});

check({
  says: 'No third person is told of a new message.',
  requires: ['rooms.notifications.not-to-strangers'],
  catches: ['notifies-everybody', 'notifies-last-partner'],
  async run(cast) {
    const { leaves, bell, alice, bob, carol, world } = cast;
    const [ofAll] = await bells(cast);
    const watched = [
      { bell: await bell(carol), owner: carol, times: 2 },
      { bell: await bell(carol, alice), owner: carol, times: 1 },
      { bell: await bell(carol, bob), owner: carol, times: 1 },
    ];
    await silentDuring(cast, watched, {
      async rightly() {
        await leaves(bob, carol, world.text());
        await leaves(alice, carol, world.text());
      },
      async act() {
        const since = ofAll.mark;
        await leaves(alice, bob, world.text());
        await rang(ofAll, since, 1);
      },
      what: "alice's message to bob",
    });
  },
});

check({
  says: 'The socket of one conversation hears nothing of a new message in another.',
  requires: ['rooms.notifications.not-for-another-conversation'],
  catches: ['notifies-all-conversations'],
  async run(cast) {
    const { leaves, bell, alice, bob, carol, world } = cast;
    const [, ofOne] = await bells(cast);
    const ofCarol = await bell(bob, carol);
    await silentDuring(cast, [{ bell: ofOne, owner: bob, times: 1 }], {
      rightly: () => leaves(alice, bob, world.text()),
      async act() {
        const since = ofCarol.mark;
        await leaves(carol, bob, world.text());
        await rang(ofCarol, since, 1);
      },
      what: "carol's message",
    });
  },
});

check({
  says: 'A new message is announced also while its receiver has the room open.',
  requires: ['rooms.notifications.also-while-in-the-room'],
  catches: ['no-notification-while-in-the-room'],
  async run(cast) {
    const { together, message } = cast;
    const { a, b } = await together();
    // What was said to find out that both are there has rung nowhere: these sockets are opened only now.
    const open = await bells(cast);
    const since = open.map((bell) => bell.mark);
    await message(a, b);
    await Promise.all(open.map((bell, at) => rings(bell, since[at] ?? 0)));
  },
});
