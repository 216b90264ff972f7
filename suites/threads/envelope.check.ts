import { randomUUID } from 'node:crypto';
import { expectMatch, expectTrue } from '../kit/expect.ts';
import { Unmet } from '../kit/failure.ts';
import type { Reply } from '../kit/http.ts';
import { show } from '../kit/match.ts';
import { field, sameInAnyCase } from './answers.ts';
import type { Actor } from './cast.ts';
import { check } from './driver.ts';

/** Whether a refusal is an envelope is not said, but when it is one it tells the truth. */
function expectOneStory({ status, body, entry }: Reply): void {
  const [inWords, success] = [field(body, 'status'), field(body, 'success')];
  if (typeof inWords !== 'string' || typeof success !== 'boolean') return;
  const worked = status >= 200 && status < 300;
  expectTrue(
    success === worked && (inWords === 'success') === worked,
    `HTTP ${status} came with status ${show(inWords)} and success ${success}`,
    {
      expected: worked ? 'success and true with 2xx' : 'failure and false with anything but 2xx',
      received: show(body),
      entry,
    },
  );
}

check({
  says: 'In every envelope the status, the success and the HTTP status agree.',
  requires: ['threads.envelope.tells-one-story'],
  catches: ['not-found-says-success', 'threads-say-failure'],
  async run({ together, message, getMessages, getThreads, uploaded, alice, bob }) {
    const { a, b } = await together();
    await message(a, b);
    const documented = [
      await getMessages(alice, bob.id),
      await getThreads(alice),
      (await uploaded(alice, bob)).reply,
      await getMessages(alice, randomUUID()),
    ];
    for (const reply of documented) {
      expectOneStory(reply);
      if (typeof field(reply.body, 'success') !== 'boolean')
        throw new Unmet(`An answer ${reply.status} is not an envelope.`);
    }
    expectOneStory(await getThreads(alice, null));
  },
});

check({
  says: 'A person in an answer looks as documented.',
  requires: ['threads.people.shape', 'threads.people.values'],
  catches: ['person-without-profile', 'person-without-at-sign'],
  async run({ together, message, stored, uploaded, threadWith, alice, bob }) {
    const { a, b } = await together();
    await stored(alice, bob, (await message(a, b)).text);
    await uploaded(alice, bob);
    if ((await threadWith(alice, bob)) === undefined) throw new Unmet('alice is shown no thread with bob.');
  },
});

check({
  says: 'A person in an answer has the id and the address of their account.',
  requires: ['threads.people.are-the-right-ones'],
  catches: ['emails-of-the-reader'],
  async run({ together, message, stored, uploaded, threadWith, alice, bob }) {
    const { a, b } = await together();
    const { text } = await message(a, b);
    const like = ({ id, email }: Actor): Record<string, unknown> => ({
      id: sameInAnyCase(id),
      ...(email === undefined ? {} : { email: sameInAnyCase(email) }),
    });
    for (const [reader, other] of [
      [alice, bob],
      [bob, alice],
    ] as const) {
      const item = await stored(reader, other, text);
      expectMatch('The sender of a message', item.sender, like(alice));
      expectMatch('The receiver of a message', item.receiver, like(bob));
      const thread = await threadWith(reader, other);
      if (thread === undefined) throw new Unmet(`${reader.who} is shown no thread with ${other.who}.`);
      const isFirst = String(field(thread.user_one, 'id')).toLowerCase() === String(alice.id).toLowerCase();
      expectMatch('The user_one of a thread', thread.user_one, like(isFirst ? alice : bob));
      expectMatch('The user_two of a thread', thread.user_two, like(isFirst ? bob : alice));
    }
    const { item } = await uploaded(bob, alice);
    expectMatch('The sender of an upload', item.sender, like(bob));
    expectMatch('The receiver of an upload', item.receiver, like(alice));
  },
});
