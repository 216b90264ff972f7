import { expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { fence } from '../kit/fence.ts';
import { check } from './driver.ts';
import { bells, rang, ringsByItself, roundTrip, rung } from './rings.ts';
import type { Bell } from './seat.ts';

const announced = (bell: Bell, since: number): Promise<unknown> =>
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
    await announced(ofOne, since);
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
      await announced(ofAll, since);
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
    const heard = await Promise.allSettled(open.map((bell, at) => announced(bell, since[at] ?? 0)));
    for (const [at, bell] of open.entries()) {
      const rangOnOne = heard.some(
        ({ status }, n) => status === 'fulfilled' && open[n]?.channel === bell.channel,
      );
      if (!rangOnOne) throw new Unmet(`A new message was announced on no socket ${bell.where}.`);
      const one = heard[at];
      if (one?.status === 'rejected') throw one.reason;
    }
  },
});

check({
  says: 'A notification socket hears of a new message once.',
  requires: ['rooms.notifications.once-for-each-message'],
  catches: [
    'notifies-twice',
    'notifies-once-for-each-socket',
    'notifies-twice-now-and-then',
    'notifies-of-the-first-of-a-burst-only',
  ],
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
        await Promise.all(open.map((bell, at) => rung(bell, since[at] ?? 0, messages)));
        // That one message is announced at all is another requirement; of several in a row, none may be left out.
        for (const [at, bell] of open.entries())
          if (more === 0 || !bell.isOpen) await rang(bell, since[at] ?? 0, messages);
        await roundTrip(cast, bob);
      });
      for (const [at, bell] of open.entries()) {
        const count = bell.rung(since[at]);
        if (count > messages && (await ringsByItself(bell)))
          throw new Unmet('Messages are announced that nobody has sent here.');
        expectTrue(count === messages, `${messages} new messages were announced ${count} times`, {
          expected: `${messages} announcements on ${bell.where}`,
          received: `${count}`,
        });
      }
    }
  },
});

check({
  says: 'A new message is announced also while its receiver has the room open.',
  requires: ['rooms.notifications.also-while-in-the-room'],
  catches: ['no-notification-while-in-the-room'],
  async run(cast) {
    const { together, message, leaves, alice, bob, world } = cast;
    const open = await bells(cast);
    const before = open.map((bell) => bell.mark);
    await leaves(alice, bob, world.text());
    await given('A new message is not announced to somebody outside the room either', () =>
      Promise.all(open.map((bell, at) => announced(bell, before[at] ?? 0))),
    );
    const { a, b } = await together();
    await roundTrip(cast, bob);
    const since = open.map((bell) => bell.mark);
    await message(a, b);
    await Promise.all(open.map((bell, at) => announced(bell, since[at] ?? 0)));
  },
});

check({
  says: 'A new message is announced also while its receiver has another room open.',
  requires: ['rooms.notifications.also-while-in-another-room'],
  catches: ['no-notification-while-in-another-room', 'no-notification-while-in-the-room'],
  async run(cast) {
    const { leaves, enter, alice, bob, carol, world } = cast;
    const open = await bells(cast);
    const message = async (): Promise<void> => {
      const since = open.map((bell) => bell.mark);
      await leaves(alice, bob, world.text());
      await Promise.all(open.map((bell, at) => announced(bell, since[at] ?? 0)));
    };
    await given('A new message is not announced to somebody who is in no room either', message);
    await enter(bob, carol);
    await roundTrip(cast, bob);
    await message();
  },
});
