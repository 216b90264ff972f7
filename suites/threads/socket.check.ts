import { expectOpen, expectTrue } from '../kit/expect.ts';
import { Unmet } from '../kit/failure.ts';
import { heardNothing } from '../kit/fence.ts';
import { isObject, show } from '../kit/match.ts';
import type { Heard } from '../kit/socket.ts';
import { garbage } from '../kit/token.ts';
import { check } from './driver.ts';
import type { Seat } from './seat.ts';

check({
  says: 'The socket opens, and stays open, with a valid token.',
  requires: ['threads.auth.socket-accepts-token'],
  catches: ['refuses-everybody', 'closes-after-first-frame'],
  async run({ knock, alice, bob, world }) {
    const [a, b] = await Promise.all([knock(alice), knock(bob)]);
    for (const seat of [a, b]) expectOpen(seat);
    let arrived: (Heard | undefined)[] = [];
    // A server that closes for what it was sent may take a moment: these rounds give it one.
    for (let round = 0; round < 5 && !arrived.includes(undefined); round += 1) {
      const [fromAlice, fromBob] = [world.text(), world.text()];
      a.write(bob.id ?? '', fromAlice);
      b.write(alice.id ?? '', fromBob);
      arrived = await Promise.all([
        a.until(() => a.all('reMessage', { message_body: fromBob })[0]),
        b.until(() => b.all('reMessage', { message_body: fromAlice })[0]),
      ]);
      for (const seat of [a, b]) expectOpen(seat);
    }
    // A server that ignores everything has not accepted anybody.
    if (arrived.every((heard) => heard === undefined))
      throw new Unmet('The sockets are open, but nothing that is written on them arrives.');
  },
});

check({
  says: 'What is written on a socket without a valid token reaches nobody and is not stored.',
  requires: ['threads.auth.stranger-cannot-send'],
  catches: ['strangers-may-write'],
  async run(cast) {
    const { together, knock, fence, conversation, message, alice, bob, world } = cast;
    const { a, b } = await together();
    const texts: string[] = [];
    for (const token of [null, garbage]) {
      const stranger = await knock(alice, token);
      const text = world.text();
      if (!stranger.isOpen) continue;
      texts.push(text);
      const frame = { action: 'chat_message', message_body: text, receiver_id: bob.id, sender_id: alice.id };
      stranger.send(frame);
      await stranger.until(() => stranger.heard[0]);
    }
    await fence('cross', a, b);
    await fence('cross', b, a);
    const later = await message(a, b);
    const items = await conversation(bob, alice, later.text);
    for (const text of texts) {
      heardNothing(b, {
        name: 'reMessage',
        pattern: { message_body: text },
        what: 'a message from a socket without a valid token',
      });
      expectTrue(
        !items.some((item) => item.message === text),
        'a message from a socket without a valid token is stored',
        { expected: 'nothing is stored', received: 'bob finds the message in his conversation with alice' },
      );
    }
  },
});

check({
  says: 'Every frame that the server sends is an object with an action.',
  requires: ['threads.delivery.every-frame-has-an-action'],
  catches: ['greets-without-action', 'frame-is-an-array'],
  async run({ knock, uploaded, alice, bob, world }) {
    const upload = await uploaded(alice, bob);
    const [a, b] = await Promise.all([knock(alice), knock(bob)]);
    const [fromAlice, fromBob, announced] = [world.text(), world.text(), world.text()];
    a.write(bob.id ?? '', fromAlice);
    b.write(alice.id ?? '', fromBob);
    a.announce(upload.id, announced);
    await Promise.all([bringing(b, fromAlice), bringing(a, fromBob)]);
    await bringing(b, upload.text, announced);
    const frames = [...a.heard, ...b.heard];
    if (frames.length === 0) throw new Unmet('Neither of two people who wrote to each other heard anything.');
    for (const { value, entry } of frames) {
      expectTrue(
        isObject(value) && typeof value['action'] === 'string',
        `a frame without an action came: ${show(value)}`,
        { expected: 'an object with a string action', received: show(value), entry },
      );
    }
  },
});

/** Whatever the frame looks like. */
function bringing(seat: Seat, ...texts: string[]): Promise<Heard | undefined> {
  return seat.until(() =>
    seat.heard.find(({ value }) => texts.some((text) => show(value, 10_000).includes(text))),
  );
}
