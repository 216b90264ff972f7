import { expectOpen, expectStatus, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import type { Reply } from '../kit/http.ts';
import { expectRefused } from '../kit/refusal.ts';
import { altered, garbage } from '../kit/token.ts';
import { isSuccess } from './answers.ts';
import type { Actor, Cast } from './cast.ts';
import { check } from './driver.ts';

check({
  says: 'Somebody with a valid token opens the socket of a room.',
  requires: ['rooms.auth.room-opens'],
  catches: ['refuses-everybody'],
  async run({ knock, enter, message, alice, bob }) {
    const seat = await knock(alice, bob.username);
    await seat.settled();
    expectOpen(seat);
    // Whoever takes every connection and never says a word has let nobody in.
    if (seat.heard.length > 0) return;
    const other = await enter(bob, alice);
    await given('The open socket shows no sign of life', () => message(other, seat));
  },
});

check({
  says: 'Somebody with a valid token opens the notification sockets.',
  requires: ['rooms.auth.notifications-open'],
  catches: ['notification-sockets-refuse-everybody', 'no-socket-for-all-conversations'],
  async run({ knockBell, leaves, world, alice, bob }) {
    for (const other of [bob.username, undefined]) {
      const bell = await knockBell(alice, other);
      await bell.settled();
      expectOpen(bell);
      if (bell.heard.length > 0) continue;
      await leaves(bob, alice, world.text());
      if ((await bell.until(() => bell.heard[0])) === undefined)
        throw new Unmet('The open notification socket shows no sign of life.');
    }
  },
});

/** Both notification sockets refuse this token, and take the valid one. */
async function refusesNotifications(
  { bell, knockBell, alice, bob }: Cast,
  token: string | null,
): Promise<void> {
  for (const other of [bob, undefined]) {
    await bell(alice, other);
    await expectRefused(
      await knockBell(alice, other?.username, token),
      token === null ? 'somebody without a token' : 'somebody with garbage for a token',
    );
  }
}

check({
  says: 'A notification socket without a token is refused or closed.',
  requires: ['rooms.auth.notifications-without-token'],
  catches: ['accepts-socket-without-token', 'accepts-notifications-without-token'],
  run: (cast) => refusesNotifications(cast, null),
});

check({
  says: 'A notification socket with garbage for a token is refused or closed.',
  requires: ['rooms.auth.notifications-garbage-token'],
  catches: ['accepts-garbage-tokens'],
  run: (cast) => refusesNotifications(cast, garbage),
});

const lists: { what: string; get(cast: Cast, as: Actor, token?: string | null): Promise<Reply> }[] = [
  { what: 'the conversations', get: ({ getConversations }, as, token) => getConversations(as, token) },
  {
    what: 'the messages of a room',
    get: ({ getMessages, bob }, as, token) => getMessages(as, bob.username, token),
  },
];

function expectSuccess(reply: Reply, what: string): void {
  expectTrue(isSuccess(reply), reply.problem ?? `asking for ${what} was answered with ${reply.status}`, {
    expected: 'an answer of 200',
    received: reply.problem ?? `HTTP ${reply.status}`,
    entry: reply.entry,
  });
}

/** A conversation has to be there to be listed. */
async function talked({ leaves, alice, bob, world }: Cast): Promise<void> {
  await leaves(alice, bob, world.text());
}

check({
  says: 'Both lists are answered with a valid token.',
  requires: ['rooms.auth.lists-with-token'],
  catches: ['lists-refuse-everybody', 'messages-answer-404'],
  async run(cast) {
    const { together, message, alice } = cast;
    const { a, b } = await together();
    await message(a, b);
    for (const { what, get } of lists) expectSuccess(await get(cast, alice), what);
  },
});

/** The same request as one that succeeds, but for the token. */
async function refuses(cast: Cast, which: typeof lists, token: string | null): Promise<void> {
  await talked(cast);
  for (const { what, get } of which) {
    await given('The same request with a valid token fails, too', async () =>
      expectSuccess(await get(cast, cast.alice), what),
    );
    expectStatus(await get(cast, cast.alice, token), [401, 403]);
  }
}

check({
  says: 'Asking for the conversations without a token is refused.',
  requires: ['rooms.auth.conversations-without-token'],
  catches: ['accepts-http-without-token'],
  run: (cast) => refuses(cast, lists.slice(0, 1), null),
});

check({
  says: "Asking for a room's messages without a token is refused.",
  requires: ['rooms.auth.messages-without-token'],
  catches: ['accepts-http-without-token', 'messages-without-token-are-empty'],
  run: (cast) => refuses(cast, lists.slice(1), null),
});

check({
  says: 'Asking for either list with something that is not a token is refused.',
  requires: ['rooms.auth.lists-with-garbage-token'],
  catches: ['accepts-garbage-tokens'],
  run: (cast) => refuses(cast, lists, garbage),
});

check({
  says: 'Asking for either list with an expired token is refused.',
  requires: ['rooms.auth.lists-with-expired-token'],
  catches: ['accepts-expired-tokens'],
  run: (cast) => refuses(cast, lists, cast.alice.expired_token ?? null),
});

check({
  says: 'Asking for either list with a token whose signature was altered is refused.',
  requires: ['rooms.auth.lists-with-altered-token'],
  catches: ['ignores-token-signature'],
  run: (cast) => refuses(cast, lists, altered(cast.alice.token ?? '')),
});
