import { expectOpen, expectStatus } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { heardNothing } from '../kit/fence.ts';
import type { Reply } from '../kit/http.ts';
import { altered, garbage } from '../kit/token.ts';
import { type Cast, check, type Message } from './driver.ts';
import { expectUnchanged } from './unchanged.ts';

check({
  says: 'Creating a room without a token is refused.',
  requires: ['receipts.auth.create-room-without-token'],
  catches: ['accepts-http-without-token'],
  async run({ alice, bob, room, createRoom }) {
    await room(alice, bob);
    expectStatus(await createRoom(alice, { user_id_1: alice.id, user_id_2: bob.id }, null), [401, 403]);
  },
});

/** The same request as one that succeeds, but for the token; afterwards nothing has happened. */
async function refusesEdit(cast: Cast, token: string | null): Promise<void> {
  await refuses(cast, 'message_edited', (message) =>
    cast.edit(cast.alice, message.id, { text: cast.world.text() }, token),
  );
  await given('The same edit with a valid token fails, too', async () => {
    const { a, b } = await cast.together();
    const message = await cast.message(a, b);
    expectStatus(await cast.edit(cast.alice, message.id, { text: cast.world.text() }), [200]);
  });
}

async function refusesRemoval(cast: Cast, token: string | null): Promise<void> {
  await refuses(cast, 'message_deleted', (message) => cast.remove(cast.alice, message.id, token));
  await given('The same deletion with a valid token fails, too', async () => {
    const { a, b } = await cast.together();
    const message = await cast.message(a, b);
    expectStatus(await cast.remove(cast.alice, message.id), [200, 204]);
  });
}

async function refuses(
  cast: Cast,
  event: 'message_edited' | 'message_deleted',
  attempt: (message: Message) => Promise<Reply>,
): Promise<void> {
  const { a, b, room } = await cast.together();
  const message = await cast.message(a, a, b);
  const since = b.mark;
  const reply = await attempt(message);
  expectStatus(reply, [401, 403]);
  await cast.fence(a, a, b);
  heardNothing(b, {
    name: event === 'message_edited' ? 'edited' : 'deleted',
    since,
    what: `the ${event} of a refused request`,
  });
  await expectUnchanged(cast, room, message);
}

check({
  says: 'Editing without a token is refused and changes nothing.',
  requires: ['receipts.auth.edit-without-token'],
  catches: ['accepts-http-without-token'],
  run: (cast) => refusesEdit(cast, null),
});

check({
  says: 'Editing with something that is not a token is refused and changes nothing.',
  requires: ['receipts.auth.edit-with-garbage-token'],
  catches: ['accepts-garbage-tokens'],
  run: (cast) => refusesEdit(cast, garbage),
});

check({
  says: 'Editing with a token whose signature was altered is refused and changes nothing.',
  requires: ['receipts.auth.edit-with-altered-token'],
  catches: ['ignores-token-signature'],
  run: (cast) => refusesEdit(cast, altered(cast.alice.token ?? '')),
});

check({
  says: 'Deleting without a token is refused and changes nothing.',
  requires: ['receipts.auth.delete-without-token'],
  catches: ['accepts-http-without-token'],
  run: (cast) => refusesRemoval(cast, null),
});

check({
  says: 'Deleting with an expired token is refused and changes nothing.',
  requires: ['receipts.auth.delete-with-expired-token'],
  catches: ['accepts-expired-tokens'],
  run: (cast) => refusesRemoval(cast, cast.alice.expired_token ?? null),
});

check({
  says: 'A member opens the socket with a valid token.',
  requires: ['receipts.auth.socket-accepts-bearer-token'],
  catches: ['refuses-everybody'],
  async run({ alice, bob, room, knock }) {
    const seat = await knock(alice, await room(alice, bob));
    expectOpen(seat);
  },
});
