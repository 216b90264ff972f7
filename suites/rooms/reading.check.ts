import { given } from '../kit/failure.ts';
import type { Actor, Cast } from './cast.ts';
import { counted, expectUnread, unreadBefore } from './counts.ts';
import { check } from './driver.ts';
import type { Seat } from './seat.ts';

/** Messages of one that another has not read; given is how many are unread then. */
async function leftUnread(cast: Cast, from: Actor, to: Actor): Promise<number> {
  const before = await unreadBefore(cast, to, from);
  await cast.leaves(from, to, cast.world.text(), cast.world.text());
  await counted(cast, before + 2, { person: to, other: from });
  return before + 2;
}

async function reads({ enter }: Cast, person: Actor, other: Actor): Promise<Seat> {
  const seat = await enter(person, other);
  seat.read();
  return seat;
}

const when = 'after read_messages';

/** What bob had not read of alice is read. */
async function isRead(cast: Cast): Promise<void> {
  await given('Reading did not clear the count', () =>
    expectUnread(cast, 0, { person: cast.bob, other: cast.alice, when }),
  );
}

check({
  says: 'After reading the count of the conversation is zero.',
  requires: ['rooms.unread.reading-clears-the-conversation'],
  catches: ['reading-does-nothing', 'reading-reads-one-message', 'reading-is-lost-now-and-then'],
  async run(cast) {
    const { alice, bob } = cast;
    for (const _ of ['first', 'second', 'third']) {
      await leftUnread(cast, alice, bob);
      const b = await reads(cast, bob, alice);
      await expectUnread(cast, 0, { person: bob, other: alice, when });
      await b.leave();
    }
  },
});

check({
  says: 'After reading the count of all conversations is lower by what was unread in that one.',
  requires: ['rooms.unread.reading-lowers-the-total'],
  catches: ['reading-does-nothing', 'reading-keeps-the-total', 'reading-clears-the-total'],
  async run(cast) {
    const { alice, bob, carol } = cast;
    await leftUnread(cast, carol, bob);
    // From zero on, so that a wrong count of the conversation is not taken for a wrong one of all.
    await (await reads(cast, bob, alice)).leave();
    await isRead(cast);
    const ofAlice = await leftUnread(cast, alice, bob);
    const total = await unreadBefore(cast, bob);
    await reads(cast, bob, alice);
    await expectUnread(cast, total - ofAlice, { person: bob, when });
  },
});

check({
  says: 'Reading one conversation leaves the others unread.',
  requires: ['rooms.unread.reading-leaves-other-conversations'],
  catches: ['reading-reads-every-conversation'],
  async run(cast) {
    const { alice, bob, carol } = cast;
    const ofCarol = await leftUnread(cast, carol, bob);
    await leftUnread(cast, alice, bob);
    await reads(cast, bob, alice);
    await isRead(cast);
    await expectUnread(cast, ofCarol, { person: bob, other: carol, when: "after reading alice's" });
  },
});

check({
  says: 'Reading does not change the other person’s counts.',
  requires: ['rooms.unread.reading-is-for-oneself'],
  catches: ['reading-reads-for-both'],
  async run(cast) {
    const { alice, bob } = cast;
    await leftUnread(cast, alice, bob);
    // Alice does not open the room any more from here on, in case that opening it reads.
    const ofBob = await leftUnread(cast, bob, alice);
    const total = await unreadBefore(cast, alice);
    await reads(cast, bob, alice);
    await isRead(cast);
    await expectUnread(cast, ofBob, { person: alice, other: bob, when: 'after bob has read' });
    await expectUnread(cast, total, { person: alice, when: 'after bob has read' });
  },
});

check({
  says: 'The socket of the conversation hears the new count after reading.',
  requires: ['rooms.unread.reader-hears-conversation-count'],
  catches: ['reading-is-not-told', 'reading-tells-the-old-count'],
  async run(cast) {
    const { bell, alice, bob } = cast;
    await leftUnread(cast, alice, bob);
    const ofOne = await bell(bob, alice);
    const since = ofOne.mark;
    await reads(cast, bob, alice);
    await ofOne.hears(ofOne.countName, { unread_count: 0 }, { since });
  },
});

check({
  says: 'The socket of all conversations hears the new count after reading.',
  requires: ['rooms.unread.reader-hears-total-count'],
  catches: ['reading-is-not-told', 'reading-is-told-to-the-conversation-only', 'reading-tells-the-old-count'],
  async run(cast) {
    const { bell, alice, bob } = cast;
    const ofAlice = await leftUnread(cast, alice, bob);
    const ofAll = await bell(bob);
    const total = await given('No count came on connecting', () => ofAll.count());
    const since = ofAll.mark;
    await reads(cast, bob, alice);
    await ofAll.hears(ofAll.countName, { unread_count: total - ofAlice }, { since });
  },
});

check({
  says: 'A message that comes after reading is counted as one unread message.',
  requires: ['rooms.unread.counting-starts-again'],
  catches: ['read-conversations-stay-read', 'counting-goes-on-after-reading'],
  async run(cast) {
    const { leaves, alice, bob, world } = cast;
    await leftUnread(cast, alice, bob);
    const b = await reads(cast, bob, alice);
    await isRead(cast);
    await b.leave();
    await leaves(alice, bob, world.text());
    await expectUnread(cast, 1, { person: bob, other: alice, when: 'after one that came later' });
  },
});
