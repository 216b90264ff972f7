import { given } from '../kit/failure.ts';
import type { Actor, Cast } from './cast.ts';
import { counted, expectUnread, unread, unreadBefore } from './counts.ts';
import { check } from './driver.ts';

/** One leaves this many messages for another, who is connected nowhere; all of them are stored. */
async function leavesMany(cast: Cast, from: Actor, to: Actor, count: number): Promise<void> {
  const texts = Array.from({ length: count - 1 }, () => cast.world.text());
  const last = cast.world.text();
  await cast.leaves(from, to, ...texts, last);
  await cast.conversation(from, to, ...texts, last);
}

check({
  says: 'Each message to somebody who is connected nowhere raises the count of the conversation by one.',
  requires: ['rooms.unread.conversation-counts-each-message'],
  catches: [
    'counts-messages-twice',
    'counts-conversations-not-messages',
    'count-stays-zero',
    'count-at-most-9',
    'count-forgets-every-fifth',
  ],
  async run(cast) {
    const { alice, bob } = cast;
    const before = await unreadBefore(cast, bob, alice);
    await leavesMany(cast, alice, bob, 3);
    await leavesMany(cast, alice, bob, 9);
    await expectUnread(cast, before + 12, { person: bob, other: alice, when: 'after twelve more' });
  },
});

check({
  says: 'Each message to somebody who is connected nowhere raises the count of all conversations by one.',
  requires: ['rooms.unread.total-counts-each-message'],
  catches: [
    'total-counts-conversations',
    'total-of-last-conversation',
    'count-stays-zero',
    'count-forgets-every-fifth',
  ],
  async run(cast) {
    const { alice, bob, carol } = cast;
    const before = await unreadBefore(cast, bob);
    await leavesMany(cast, alice, bob, 3);
    await leavesMany(cast, carol, bob, 2);
    await expectUnread(cast, before + 5, { person: bob, when: 'after three of alice and two of carol' });
  },
});

check({
  says: 'A message does not raise the count of another conversation.',
  requires: ['rooms.unread.each-conversation-has-its-own'],
  catches: ['one-count-for-all-conversations'],
  async run(cast) {
    const { alice, bob, carol } = cast;
    const before = await unreadBefore(cast, bob, alice);
    const elsewhere = await unreadBefore(cast, bob, carol);
    await leavesMany(cast, alice, bob, 2);
    await counted(cast, before + 2, { person: bob, other: alice });
    await expectUnread(cast, elsewhere, { person: bob, other: carol, when: "after two of alice's" });
  },
});

check({
  says: 'What one writes oneself raises none of one’s own counts.',
  requires: ['rooms.unread.own-messages-do-not-count'],
  catches: ['counts-own-messages'],
  async run(cast) {
    const { leaves, alice, bob, world } = cast;
    const [total, ofBob] = [await unreadBefore(cast, alice), await unreadBefore(cast, alice, bob)];
    const before = await unreadBefore(cast, bob, alice);
    await leaves(alice, bob, world.text(), world.text());
    await counted(cast, before + 2, { person: bob, other: alice });
    const when = 'after writing two messages';
    await expectUnread(cast, ofBob, { person: alice, other: bob, when });
    await expectUnread(cast, total, { person: alice, when });
  },
});

check({
  says: 'Asking for a count again tells the same count again.',
  requires: ['rooms.unread.asking-does-not-clear'],
  catches: ['asking-clears-the-count'],
  async run(cast) {
    const { alice, bob } = cast;
    // Whether asking clears is in question: so the counts of before are asked for first, and what is cleared is cleared.
    await unread(cast, bob, alice);
    const [total, before] = [await unread(cast, bob), await unread(cast, bob, alice)];
    await leavesMany(cast, alice, bob, 1);
    for (const [other, count] of [
      [undefined, total + 1],
      [alice, before + 1],
    ] as const) {
      const of = { person: bob, ...(other === undefined ? {} : { other }) };
      await given('The message was not counted', () =>
        expectUnread(cast, count, { ...of, when: 'after one more' }),
      );
      for (const when of ['when asked again', 'when asked a third time'])
        await expectUnread(cast, count, { ...of, when });
    }
  },
});

check({
  says: 'Opening the room and asking for its messages leaves them unread.',
  requires: ['rooms.unread.stays-until-read-messages'],
  catches: ['opening-the-room-reads', 'asking-for-messages-reads'],
  async run(cast) {
    const { enter, conversation, alice, bob, world } = cast;
    const before = await unreadBefore(cast, bob, alice);
    await leavesMany(cast, alice, bob, 2);
    await counted(cast, before + 2, { person: bob, other: alice });
    const b = await enter(bob, alice);
    const answer = world.text();
    b.say(answer);
    await conversation(bob, alice, answer);
    await b.leave();
    await expectUnread(cast, before + 2, {
      person: bob,
      other: alice,
      when: 'after opening the room and asking for its messages',
    });
  },
});
