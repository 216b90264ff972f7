import { expectEqual, expectOpen, expectTrue } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import { garbage } from '../kit/token.ts';
import type { Cast } from './cast.ts';
import { check } from './driver.ts';
import type { LastMessage } from './wire.ts';

check({
  says: 'A member opens the socket by offering a valid token as a subprotocol.',
  requires: ['actions.auth.socket-accepts-subprotocol-token'],
  catches: ['refuses-everybody'],
  async run({ alice, room, knock, message }) {
    const seat = await knock(alice, room());
    expectOpen(seat);
    await seat.settled();
    expectOpen(seat);
    // Whoever takes every connection and never says a word has let nobody in.
    await given('The open socket shows no sign of life', () => message(seat, seat));
  },
});

check({
  says: 'The server selects the subprotocol Bearer.',
  requires: ['actions.auth.socket-selects-bearer'],
  catches: ['selects-no-subprotocol', 'selects-the-token'],
  async run({ alice, room, enter, world }) {
    const { auth } = world.target;
    const offered = auth.ws.in === 'subprotocol' ? auth.ws.values : [];
    const seat = await enter(alice, room());
    const wanted = offered.find((value) => !value.includes('{token}')) ?? 'Bearer';
    expectEqual('The selected subprotocol', seat.subprotocol, wanted);
  },
});

/** Asked with this instead of alice's token, nothing of her list is shown. */
async function showsNothing(cast: Cast, token: string | null): Promise<void> {
  const { alice, together, message, listed, rooms, pages, world } = cast;
  const { a, b } = await together();
  const { text } = await message(a, b);
  await given('The same request with a valid token does not show the room', async () =>
    expectTrue((await listed(alice, text)) !== undefined, 'the room of the message is not listed', {
      expected: 'an item with the message',
      received: 'none',
    }),
  );
  const own = new Set((await rooms(alice)).flatMap((room) => (room === null ? [] : [lineOf(room)])));
  for await (const page of pages(alice, { token })) {
    world.observe('Asking for rooms with a token that does not count', `answered with ${page.reply.status}`);
    const leaked = page.rooms.find((room) => room !== null && own.has(lineOf(room)));
    expectTrue(leaked === undefined, 'a room of alice is shown to somebody whose token does not count', {
      expected: 'none of the rooms that alice is shown',
      received: show(leaked),
      entry: page.reply.entry,
    });
  }
}

const lineOf = ({ content, created_at }: LastMessage): string => JSON.stringify([content, created_at]);

check({
  says: 'Asked without a token, the server shows nobody’s rooms.',
  requires: ['actions.auth.list-without-token'],
  catches: ['accepts-http-without-token'],
  run: (cast) => showsNothing(cast, null),
});

check({
  says: 'Asked with something that is not a token, the server shows nobody’s rooms.',
  requires: ['actions.auth.list-with-garbage-token'],
  catches: ['accepts-garbage-tokens'],
  run: (cast) => showsNothing(cast, garbage),
});

check({
  says: 'Asked with an expired token, the server shows nobody’s rooms.',
  requires: ['actions.auth.list-with-expired-token'],
  catches: ['accepts-expired-tokens'],
  run: (cast) => showsNothing(cast, cast.alice.expired_token ?? null),
});
