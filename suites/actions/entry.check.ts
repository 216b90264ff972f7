import { expectOpen, expectTrue } from '../kit/expect.ts';
import { Unmet } from '../kit/failure.ts';
import { heardNothing } from '../kit/fence.ts';
import { show } from '../kit/match.ts';
import { expectRefused } from '../kit/refusal.ts';
import { check } from './driver.ts';

check({
  says: 'Both members can enter the room at the same time, and hear each other in it.',
  requires: ['actions.access.members-can-enter'],
  catches: ['only-first-member-can-enter'],
  async run({ alice, bob, room, knock, world }) {
    const [a, b] = await Promise.all([knock(alice, room()), knock(bob, room())]);
    expectOpen(a);
    expectOpen(b);
    await Promise.all([a.settled(), b.settled()]);
    expectOpen(a);
    expectOpen(b);
    const [fromAlice, fromBob] = [world.text(), world.text()];
    a.say(fromAlice);
    await b.hears('chatMessage', { message: { text: fromAlice } });
    b.say(fromBob);
    await a.hears('chatMessage', { message: { text: fromBob } });
  },
});

check({
  says: 'Nobody gets into a room that does not exist.',
  requires: ['actions.access.unknown-room-closes'],
  catches: ['opens-unknown-rooms'],
  async run({ alice, room, enter, knock }) {
    await enter(alice, room());
    await expectRefused(await knock(alice, 2_000_000_011), 'a room that does not exist');
  },
});

check({
  says: 'Somebody who is not a member does not get into the room.',
  requires: ['actions.access.non-member-closes'],
  catches: ['lets-outsiders-in'],
  async run({ carol, room, elsewhere, together, enter, knock }) {
    await together();
    await enter(carol, elsewhere());
    await expectRefused(await knock(carol, room()), 'somebody who is not a member');
  },
});

check({
  says: 'A socket whose address names no room is refused or closed.',
  requires: ['actions.access.address-without-a-room-closes'],
  catches: ['opens-without-a-room', 'opens-odd-rooms'],
  async run({ alice, room, enter, knock }) {
    await enter(alice, room());
    await expectRefused(await knock(alice, undefined), 'an address without room_id');
    for (const odd of ['', 'abc']) await expectRefused(await knock(alice, odd), `room_id ${show(odd)}`);
  },
});

check({
  says: 'Somebody who is not a member is shown no message of the room before being turned away.',
  requires: ['actions.access.non-member-sees-no-history'],
  catches: ['shows-history-before-closing'],
  async run({ carol, room, elsewhere, together, message, enter, knock }) {
    const { a, b } = await together();
    const { text } = await message(a, a, b);
    await enter(carol, elsewhere());
    const outsider = await knock(carol, room());
    const shown = await outsider.until(() =>
      outsider.heard.find(({ value }) => JSON.stringify(value).includes(text)),
    );
    expectTrue(shown === undefined, 'somebody who is not a member was shown a message of the room', {
      expected: 'no message of the room',
      received: show(shown?.value),
      ...(shown === undefined ? {} : { entry: shown.entry }),
    });
    if (outsider.isOpen) throw new Unmet('The outsider was not turned away.');
  },
});

check({
  says: 'What somebody who is not a member writes reaches nobody and is not stored.',
  requires: ['actions.access.non-member-cannot-send'],
  catches: ['lets-outsiders-in', 'lets-outsiders-write'],
  async run({ alice, carol, room, elsewhere, together, enter, knock, fence, history, world }) {
    const { a, b } = await together();
    await enter(carol, elsewhere());
    const outsider = await knock(carol, room());
    const text = world.text();
    if (outsider.isOpen) {
      outsider.say(text);
      await outsider.until(() => outsider.all('chatMessage', { message: { text } })[0]);
    }
    await fence(a, a, b);
    for (const seat of [a, b])
      heardNothing(seat, {
        name: 'chatMessage',
        pattern: { message: { text } },
        what: 'the message of somebody who is not a member',
      });
    const items = await history(alice, room());
    expectTrue(!items.some((item) => item.text === text), 'the message of an outsider is in the history', {
      expected: 'no message of somebody who is not a member',
      received: show(text),
    });
  },
});
