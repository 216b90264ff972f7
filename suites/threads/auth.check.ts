import { expectStatus, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import type { Reply } from '../kit/http.ts';
import { altered, garbage } from '../kit/token.ts';
import type { Cast } from './cast.ts';
import { check } from './driver.ts';

/** Any status but 2xx, and nothing of what a valid token is shown. */
function expectRefusal(reply: Reply, secret: string): void {
  if (reply.status === 0) throw new Unmet(`A request was not answered: ${reply.problem ?? 'no answer'}.`);
  expectTrue(reply.status < 200 || reply.status > 299, `the request was answered with ${reply.status}`, {
    expected: 'a refusal',
    received: `HTTP ${reply.status}`,
    entry: reply.entry,
  });
  expectTrue(
    !reply.bytes.toString().toLowerCase().includes(secret.toLowerCase()),
    'the refusal shows what it refuses',
    { expected: 'an answer without it', received: `HTTP ${reply.status} with it`, entry: reply.entry },
  );
}

/** Each asks once with a valid token, which succeeds, and once with the other, which is refused. */
const endpoints: Record<
  'messages' | 'threads' | 'upload',
  (cast: Cast, token: string | null) => Promise<void>
> = {
  async messages({ together, message, stored, getMessages, alice, bob }, token) {
    const { a, b } = await together();
    const { text } = await message(a, b);
    await stored(alice, bob, text);
    expectRefusal(await getMessages(alice, bob.id, token), text);
  },
  async threads({ together, threadWith, getThreads, alice, bob }, token) {
    await together();
    if ((await threadWith(alice, bob)) === undefined) throw new Unmet('alice is shown no thread with bob.');
    expectRefusal(await getThreads(alice, token), String(bob.id));
  },
  async upload(cast, token) {
    const { alice, bob, world } = cast;
    const text = world.text();
    const fields = { receiver: String(bob.id), message: text };
    expectRefusal(await cast.upload(alice, { fields }, token), text);
    // What is uploaded afterwards is there, so what was uploaded before would be, too.
    const later = await cast.uploaded(alice, bob);
    for (const [one, other] of [
      [alice, bob],
      [bob, alice],
    ] as const) {
      const items = await cast.conversation(one, other, later.text);
      expectTrue(!items.some(({ message }) => message === text), 'the upload that was refused is stored', {
        expected: 'nothing is stored',
        received: `${one.who} finds the message`,
      });
    }
  },
};

const withoutToken = {
  messages: { says: 'Nobody is shown messages without a token.', catches: ['shows-messages-without-token'] },
  threads: { says: 'Nobody is shown threads without a token.', catches: ['shows-threads-without-token'] },
  upload: { says: 'Nobody uploads anything without a token.', catches: [] },
} as const;

for (const endpoint of ['messages', 'threads', 'upload'] as const) {
  const { says, catches } = withoutToken[endpoint];
  check({
    says,
    requires: [`threads.auth.${endpoint}-without-token`],
    catches: ['accepts-http-without-token', ...catches],
    run: (cast) => endpoints[endpoint](cast, null),
  });
}

const bad: { slug: string; whose: string; catches: string[]; of(cast: Cast): string }[] = [
  {
    slug: 'http-garbage-token',
    whose: 'something that is not a token',
    catches: ['accepts-garbage-tokens'],
    of: () => garbage,
  },
  {
    slug: 'http-expired-token',
    whose: 'an expired token',
    catches: ['accepts-expired-tokens', 'refused-upload-is-stored'],
    of: ({ alice }) => alice.expired_token ?? garbage,
  },
  {
    slug: 'http-altered-token',
    whose: 'a token whose signature was altered',
    catches: ['ignores-token-signature', 'refused-upload-is-stored'],
    of: ({ alice }) => altered(alice.token ?? ''),
  },
];

for (const { slug, whose, catches, of } of bad) {
  check({
    says: `No endpoint takes ${whose}.`,
    requires: [`threads.auth.${slug}`],
    catches,
    async run(cast) {
      for (const tries of Object.values(endpoints)) await tries(cast, of(cast));
    },
  });
}

check({
  says: 'A request that is refused because of its token is answered 401 or 403.',
  requires: ['threads.auth.http-refuses-with-401-or-403'],
  catches: ['refuses-http-with-400'],
  async run(cast) {
    const { alice, bob, world } = cast;
    await cast.uploaded(alice, bob);
    for (const token of [null, garbage]) {
      const fields = { receiver: String(bob.id), message: world.text() };
      for (const reply of [
        await cast.getMessages(alice, bob.id, token),
        await cast.getThreads(alice, token),
        await cast.upload(alice, { fields }, token),
      ]) {
        await given('A request is not refused', async () => expectRefusal(reply, String(bob.id)));
        expectStatus(reply, [401, 403]);
      }
    }
  },
});
