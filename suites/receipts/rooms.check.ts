import {
  expectEqual,
  expectMatch,
  expectNoCrash,
  expectOpen,
  expectStatus,
  expectTrue,
} from '../kit/expect.ts';
import { check } from './driver.ts';

check({
  says: 'Creating a room answers 200 with its id.',
  requires: ['receipts.rooms.create-answers-200', 'receipts.rooms.create-answer-shape'],
  catches: ['create-room-answers-201', 'room-id-as-text'],
  async run({ alice, bob, room, createRoom }) {
    // An answer without a room would be 200 for nothing.
    await room(alice, bob);
    const reply = await createRoom(alice, { user_id_1: alice.id, user_id_2: bob.id });
    expectStatus(reply, [200], { requirement: 'receipts.rooms.create-answers-200' });
  },
});

check({
  says: 'Both people can enter the room that was created for them, and hear each other in it.',
  requires: ['receipts.rooms.both-people-can-enter'],
  catches: ['only-creator-can-enter'],
  async run({ alice, bob, room, knock, world }) {
    const id = await room(alice, bob);
    const [a, b] = await Promise.all([knock(alice, id), knock(bob, id)]);
    expectOpen(a);
    expectOpen(b);
    await Promise.all([a.settled(), b.settled()]);
    const [fromAlice, fromBob] = [world.text(), world.text()];
    a.say(fromAlice);
    await b.hears('chatMessage', { message: { text: fromAlice } });
    b.say(fromBob);
    await a.hears('chatMessage', { message: { text: fromBob } });
  },
});

check({
  says: 'Asking again for the same two people gives the same room.',
  requires: ['receipts.rooms.same-pair-same-room'],
  catches: ['new-room-every-time'],
  async run({ alice, bob, room }) {
    const first = await room(alice, bob);
    expectEqual('The second room', await room(alice, bob), first);
  },
});

check({
  says: 'Asking for the two people in the other order gives the same room.',
  requires: ['receipts.rooms.order-of-pair-does-not-matter'],
  catches: ['order-of-pair-matters', 'asker-must-be-named-first'],
  async run({ alice, bob, room, createRoom }) {
    const first = await room(alice, bob);
    expectEqual('The room asked for by the other person, in the other order', await room(bob, alice), first);
    for (const asker of [alice, bob]) {
      const [one, other] = asker === alice ? [bob, alice] : [alice, bob];
      const { body } = await createRoom(asker, { user_id_1: one.id, user_id_2: other.id });
      expectMatch(`The answer to ${asker.who}, who is named second,`, body, { room_id: first });
    }
  },
});

check({
  says: 'Two different pairs get two different rooms.',
  requires: ['receipts.rooms.other-pair-other-room'],
  catches: ['one-room-for-everybody'],
  async run({ alice, bob, carol, room }) {
    const [one, other] = [await room(alice, bob), await room(alice, carol)];
    expectTrue(one !== other, `both pairs got room ${one}`, {
      expected: 'two different rooms',
      received: `room ${one} twice`,
    });
  },
});

check({
  says: 'Asking for a room in a wrong way is not answered with a crash.',
  requires: ['receipts.robustness.bad-room-request'],
  catches: ['crashes-on-bad-room-request'],
  async run({ alice, bob, room, createRoom, world }) {
    const id = await room(alice, bob);
    for (const query of [
      {},
      { user_id_1: alice.id },
      { user_id_1: 'abc', user_id_2: 'def' },
      { user_id_1: alice.id, user_id_2: '' },
      { user_id_1: alice.id, user_id_2: -1 },
      { user_id_1: alice.id, user_id_2: 2_000_000_011 },
      { user_id_1: alice.id, user_id_2: '9'.repeat(40) },
      { user_id_1: `${alice.id}'--`, user_id_2: bob.id },
    ])
      expectNoCrash(await createRoom(alice, query));
    const own = await createRoom(alice, { user_id_1: alice.id, user_id_2: alice.id });
    world.observe('Asking for a room with oneself', `answered with ${own.status}`);
    expectEqual('The room afterwards', await room(alice, bob), id);
  },
});
