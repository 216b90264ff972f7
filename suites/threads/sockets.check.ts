import { expectOpen, expectTrue } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { heardOnce } from '../kit/fence.ts';
import { check } from './driver.ts';

check({
  says: 'A message reaches every socket that its receiver has open.',
  requires: ['threads.delivery.reaches-every-socket'],
  catches: ['only-newest-socket-hears', 'only-first-socket-hears'],
  async run({ together, enter, bob, world }) {
    const { a, b } = await together();
    const seats = [b, await enter(bob), await enter(bob)];
    const text = world.text();
    a.write(bob.id ?? '', text);
    await Promise.all(seats.map((seat) => seat.hears('reMessage', { message_body: text })));
  },
});

check({
  says: 'Each of several sockets hears a message once.',
  requires: ['threads.delivery.exactly-once'],
  catches: ['delivers-twice-to-the-second-socket'],
  async run({ together, enter, message, fence, bob }) {
    const { a, b } = await together();
    const seats = [await enter(bob), await enter(bob)];
    const { text } = await message(a, b, ...seats);
    await fence('strong', a, b, ...seats);
    for (const seat of [b, ...seats])
      heardOnce(seat, { name: 'reMessage', pattern: { message_body: text }, what: 'the message' });
  },
});

check({
  says: 'When one of two sockets closes, the other one still hears new messages.',
  requires: ['threads.delivery.goes-on-when-one-socket-closes'],
  catches: ['deaf-after-one-socket-closes', 'deaf-after-first-socket-closes'],
  async run({ together, enter, fence, bob, world }) {
    const { a, b } = await together();
    const second = await enter(bob);
    await given('The first of two sockets hears nothing', () => fence('strong', a, b));
    await second.leave();
    const [one, other] = [world.text(), world.text()];
    a.write(bob.id ?? '', one);
    await b.hears('reMessage', { message_body: one });
    const third = await enter(bob);
    await given('The second of two sockets hears nothing', () => fence('strong', a, third));
    await b.leave();
    a.write(bob.id ?? '', other);
    await third.hears('reMessage', { message_body: other });
  },
});

check({
  says: 'Somebody who leaves and connects again hears what is sent from then on.',
  requires: ['threads.delivery.hears-again-after-reconnecting'],
  catches: ['deaf-after-reconnecting'],
  async run({ together, message, knock, getThreads, bob, world }) {
    const { a, b } = await together();
    await message(a, b);
    await b.leave();
    const again = await knock(bob);
    // A round trip over HTTP is long enough for the server to count a new socket in.
    await getThreads(bob);
    const text = world.text();
    a.write(bob.id ?? '', text);
    await again.hears('reMessage', { message_body: text });
  },
});

check({
  says: 'A connection that is lost hurts nobody, and messages to its person are still stored.',
  requires: ['threads.robustness.lost-connection'],
  catches: ['lost-connection-stops-storing', 'lost-connection-closes-partner'],
  async run({ together, enter, message, find, alice, bob, carol, world }) {
    const { a, b } = await together();
    const c = await enter(carol);
    await message(a, b);
    await message(a, c);
    b.vanish();
    await b.closes();
    const [lost, after, later] = [world.text(), world.text(), world.text()];
    const [last, back] = [world.text(), world.text()];
    a.write(bob.id ?? '', lost);
    a.write(carol.id ?? '', after);
    await c.hears('reMessage', { message_body: after });
    // By the second message the server has noticed the loss.
    for (const text of [lost, later]) {
      expectOpen(a);
      if (text === later) a.write(bob.id ?? '', text);
      const stored = await find(alice, bob, text);
      expectTrue(stored !== undefined, 'a message to somebody whose connection was lost is not stored', {
        expected: 'the message among the messages of alice and bob',
        received: 'it is not there',
      });
    }
    const again = await enter(bob);
    expectOpen(a);
    a.write(bob.id ?? '', last);
    await again.hears('reMessage', { message_body: last });
    again.write(alice.id ?? '', back);
    await a.hears('reMessage', { message_body: back });
  },
});
