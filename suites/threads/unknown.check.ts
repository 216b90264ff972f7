import { randomUUID } from 'node:crypto';
import { operation } from '../../specs/kit/dialect.ts';
import { violationsOfAnswer } from '../../specs/kit/validate.ts';
import { expectEqual, expectNoCrash, expectStatus, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { itemsOf } from './answers.ts';
import type { Cast } from './cast.ts';
import { check } from './driver.ts';

/** The twin: the same request about somebody who exists succeeds. */
async function answersAboutBob({ together, message, stored, alice, bob }: Cast): Promise<void> {
  const { a, b } = await together();
  await stored(alice, bob, (await message(a, b)).text);
}

check({
  says: 'Asking for the messages with somebody to whom one has never written answers an empty list.',
  requires: ['threads.history.empty-conversation'],
  catches: ['empty-conversation-is-404', 'empty-conversation-is-null'],
  async run(cast) {
    const { getMessages, alice, strangers, world } = cast;
    await answersAboutBob(cast);
    for (const stranger of strangers) {
      const reply = await getMessages(alice, stranger.id);
      if ((itemsOf(reply) ?? []).length > 0) continue;
      if (world.accepts('no-conversation-is-404') && reply.status === 404) return;
      expectStatus(reply, [200]);
      expectEqual('The list of messages', itemsOf(reply), [], reply);
      return;
    }
    throw new Unmet('Alice has written to everybody who was supplied, or they to her.');
  },
});

check({
  says: 'Asking for the messages with an id that nobody has answers 404.',
  requires: ['threads.history.unknown-person'],
  catches: ['unknown-person-answers-200', 'unknown-person-answers-400'],
  async run(cast) {
    await answersAboutBob(cast);
    expectStatus(await cast.getMessages(cast.alice, randomUUID()), [404]);
  },
});

check({
  says: 'The 404 for an unknown id looks as documented.',
  requires: ['threads.history.not-found-shape', 'threads.history.not-found-values'],
  catches: ['not-found-without-entity', 'not-found-with-other-sentence'],
  async run(cast) {
    await answersAboutBob(cast);
    await given('An unknown id is not answered with 404', async () =>
      expectStatus(await cast.getMessages(cast.alice, randomUUID()), [404]),
    );
  },
});

check({
  says: 'Asking for the messages with something that is not a UUID answers 404 in the same form.',
  requires: ['threads.history.malformed-person'],
  catches: ['malformed-person-answers-400', 'malformed-person-answers-html'],
  async run(cast) {
    await answersAboutBob(cast);
    for (const id of ['not-a-uuid', '7']) {
      const reply = await cast.getMessagesOdd(cast.alice, id);
      expectStatus(reply, [404]);
      const [violation] = violationsOfAnswer(
        cast.world.dialect,
        operation(cast.world.dialect, 'getMessages').id,
        404,
        reply.body,
      );
      expectTrue(violation === undefined, violation?.says ?? '', {
        expected: 'the answer to an unknown id',
        received: reply.entry.what,
        entry: reply.entry,
      });
    }
  },
});

check({
  says: 'Asking for messages with an odd or hostile id is not answered with a crash.',
  requires: ['threads.robustness.bad-messages-request'],
  catches: ['crashes-on-bad-id'],
  async run(cast) {
    for (const id of [
      ' ',
      'null',
      '-1',
      '9'.repeat(40),
      'x'.repeat(2_000),
      "x' OR '1'='1",
      '../../etc/passwd',
      '<script>',
      '%',
      '\u{1F9EA}',
      `${cast.bob.id}x`,
      '00000000-0000-0000-0000-000000000000',
    ])
      expectNoCrash(await cast.getMessagesOdd(cast.alice, id));
    const own = await cast.getMessagesOdd(cast.alice, String(cast.alice.id));
    expectNoCrash(own);
    cast.world.observe('Asking for the messages with oneself', `answered with ${own.status}`);
    await answersAboutBob(cast);
  },
});
