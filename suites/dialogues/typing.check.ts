import { expectMatch, expectTrue } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { type Cast, check } from './driver.ts';
import { expectHeld, fetched } from './fetched.ts';
import type { Inbox } from './inbox.ts';
import { instantOf } from './time.ts';
import { type Typing, typesUntilHeard } from './typing.ts';

async function aliceTypes(cast: Cast): Promise<Typing & { b: Inbox }> {
  const [b, toBob] = await Promise.all([cast.inbox(cast.bob), cast.chat(cast.alice, cast.bob)]);
  return { b, ...(await typesUntilHeard(cast.alice, toBob, cast.bob, b)) };
}

check({
  says: 'The other person hears that somebody is typing, who it is, and when.',
  requires: ['dialogues.typing.reaches-the-receiver'],
  catches: ['drops-typing', 'typing-swaps-from-and-to', 'typing-with-other-time'],
  async run(cast) {
    const { heard, instants } = await aliceTypes(cast);
    const pattern = {
      msg_from: cast.alice.phone,
      msg_to: cast.bob.phone,
      sent_timestamp: (time: unknown) =>
        instants.includes(instantOf(time)) || 'is no time at which alice typed',
    };
    expectMatch('The is_typing frame', heard.value, pattern, heard);
  },
});

check({
  says: 'Typing is not among the messages that are fetched.',
  requires: ['dialogues.typing.is-not-stored'],
  catches: ['stores-typing'],
  async run(cast) {
    const { b, instants } = await given('Typing did not arrive', () => aliceTypes(cast));
    const later = await cast.message(await cast.chat(cast.alice, cast.bob), b);
    const items = await fetched(b);
    await given('A message cannot be fetched', async () => expectHeld(items, [later], 'it is not there'));
    const typed = items.filter(
      ({ msg_from, sent_timestamp }) =>
        msg_from === cast.alice.phone && instants.includes(instantOf(sent_timestamp)),
    );
    expectTrue(typed.length === 0, 'somebody typing is fetched as if it were a message', {
      expected: 'messages and nothing else',
      received: `${typed.length} times typing`,
    });
  },
});

check({
  says: 'An is_typing frame looks as documented.',
  requires: ['dialogues.typing.frame-shape', 'dialogues.typing.frame-values'],
  catches: ['typing-without-msg-to', 'times-with-offset'],
  async run(cast) {
    await given('Typing did not arrive', () => aliceTypes(cast));
  },
});
