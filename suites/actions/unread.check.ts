// What becomes of messages while the other member is away, and what the history says about it.
import { eventually } from '../kit/eventually.ts';
import { expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import { isRead, stayUnread, unread, writes } from './away.ts';
import type { Cast, Message } from './cast.ts';
import { check } from './driver.ts';
import { about, withId } from './wire.ts';

/** The status under which the history shows the message, once it is this one; otherwise the one that it stays with. */
async function statusOf(cast: Cast, { id }: Message, wanted: string): Promise<unknown> {
  let status: unknown;
  await eventually(cast.world, async () => {
    const item = withId(await cast.history(cast.alice, cast.room()), id);
    if (item === undefined) throw new Unmet('The message is not in the history.');
    status = item.status;
    return status === wanted ? true : undefined;
  });
  return status;
}

async function expectStatus(cast: Cast, message: Message, wanted: string): Promise<void> {
  const status = await statusOf(cast, message, wanted);
  expectTrue(status === wanted, `the history shows the status ${show(status)}, not "${wanted}"`, {
    expected: `status ${wanted}`,
    received: show(status),
  });
}

check({
  says: 'A message is not marked as read while the other member is connected nowhere.',
  requires: ['actions.status.not-read-while-offline'],
  catches: ['always-marks-read', 'history-says-read'],
  async run(cast) {
    const { alice, room, enter, history } = cast;
    const why = 'bob is connected nowhere';
    const a = await enter(alice, room());
    const first = await unread(cast, a, why);
    await stayUnread(cast, a, why);
    const item = withId(await history(alice, room()), first.id);
    if (item === undefined) throw new Unmet('The message is not in the history.');
    expectTrue(item.status !== 'read', `the history says that the message was read, although ${why}`, {
      expected: 'another status than read',
      received: show(item.status),
    });
  },
});

check({
  says: "A second socket of the sender's own does not make a message read.",
  requires: ['actions.status.own-sockets-do-not-read'],
  catches: ['own-sockets-read'],
  async run(cast) {
    const { alice, room, enter } = cast;
    const a = await enter(alice, room());
    await given('Bob counts as present', () => unread(cast, a, 'bob is away'));
    await enter(alice, room());
    await stayUnread(cast, a, 'only a second socket of the sender is there');
  },
});

check({
  says: 'A message to somebody who has left is not marked as read.',
  requires: ['actions.status.not-read-after-leaving'],
  catches: ['stays-online-after-leaving'],
  async run(cast) {
    const { together, message } = cast;
    const { a, b } = await together();
    const { id } = await message(a, a, b);
    await given('The message was not marked as read while bob was there', () => a.hears('read', about(id)));
    await b.leave();
    await unread(cast, a, 'bob has left');
    await stayUnread(cast, a, 'bob has left');
  },
});

check({
  says: 'A message that nobody was there to read is stored as delivered.',
  requires: ['actions.status.delivered-is-stored'],
  catches: ['status-not-stored'],
  async run(cast) {
    const { alice, bob, room, enter, fence, world } = cast;
    const a = await enter(alice, room());
    const message = await given('Bob counts as present', () => unread(cast, a, 'bob is away'));
    await expectStatus(cast, message, 'delivered');
    const b = await enter(bob, room());
    await fence(b, a);
    world.observe(
      'A delivered message when the other member connects',
      isRead(a, message) ? 'is marked as read' : 'is not marked as read live',
    );
  },
});

check({
  says: 'A message that was marked as read is stored as read.',
  requires: ['actions.status.read-is-stored'],
  catches: ['read-not-stored'],
  async run(cast) {
    const { a, b } = await cast.together();
    const message = await cast.message(a, a, b);
    await given('The message was not marked as read', () => a.hears('read', about(message.id)));
    await expectStatus(cast, message, 'read');
  },
});

check({
  says: 'A message to somebody who is connected to another room only is marked as delivered.',
  requires: ['actions.status.delivered-although-absent'],
  catches: ['delivered-only-to-the-present'],
  async run(cast) {
    const { alice, room, elsewhereOfBob, bob, enter, world } = cast;
    await enter(bob, elsewhereOfBob());
    const a = await enter(alice, room());
    const message = await writes(cast, a);
    await a.hears('delivered', about(message.id));
    world.observe(
      'A message to somebody who is connected to another room only',
      isRead(a, message) ? 'is marked as read' : 'is not marked as read',
    );
  },
});
