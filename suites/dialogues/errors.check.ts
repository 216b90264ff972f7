import { expectMatch } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { heardNothing } from '../kit/fence.ts';
import { isObject } from '../kit/match.ts';
import type { Heard } from '../kit/socket.ts';
import type { Chat, Named } from './chat.ts';
import { type Actor, type Cast, check } from './driver.ts';
import { expectGone } from './fetched.ts';
import { nextInstant } from './time.ts';

/** A message that was never sent. */
const never = (author: Actor): Named => ({ author, at: nextInstant(author.phone) });

/** Bob acknowledges what never was, after an acknowledgement that counted. */
async function refused(chat: Chat, message: Named): Promise<Heard> {
  const since = chat.socket.mark;
  chat.received(message);
  return chat.socket.hears('commandFailed', undefined, { since });
}

async function acknowledged(cast: Cast): Promise<Named & { toAlice: Chat }> {
  const { b, toBob, toAlice } = await cast.together();
  const message = await cast.message(toBob, b);
  toAlice.received(message);
  await given('The acknowledged message is not deleted', () => expectGone(b, 'fetch_msgs', message));
  return { ...message, toAlice };
}

check({
  says: 'Acknowledging a message that is not there is answered by an error.',
  requires: ['dialogues.errors.unknown-message'],
  catches: ['no-error-for-unknown-message', 'error-only-for-never-sent', 'error-only-between-acquaintances'],
  async run(cast) {
    const { toAlice, ...message } = await acknowledged(cast);
    await refused(toAlice, never(cast.alice));
    await refused(await cast.chat(cast.bob, cast.alice), message);
    // Of these two, neither has ever written to the other.
    await refused(await cast.chat(cast.carol, cast.bob), never(cast.bob));
  },
});

check({
  says: 'The error for a message that is not found has the documented sentence.',
  requires: ['dialogues.errors.unknown-message-sentence'],
  catches: ['error-other-sentence'],
  async run(cast) {
    const toAlice = await cast.chat(cast.bob, cast.alice);
    const heard = await given('No error came', () => refused(toAlice, never(cast.alice)));
    expectMatch('The error frame', heard.value, { message: "couldn't find a message to delete" }, heard);
  },
});

check({
  says: 'An error is heard by nobody but the one whose command failed.',
  requires: ['dialogues.errors.only-the-requester'],
  catches: ['errors-to-the-other-person', 'errors-to-everybody'],
  async run(cast) {
    const { alice, bob, carol } = cast;
    const { a, b, toBob, toAlice } = await cast.together();
    const [c, fromCarol] = [await cast.inbox(carol), await cast.chat(carol, alice)];
    const { value } = await given('No error came', () => refused(toAlice, never(alice)));
    await cast.fence(toAlice, a);
    await cast.crossFence(toBob, b);
    await cast.crossFence(fromCarol, a);
    await cast.crossFence(await cast.chat(bob, carol), c);
    const { message, type } = isObject(value) ? value : {};
    for (const socket of [a, toBob.socket, c, fromCarol.socket])
      heardNothing(socket, {
        pattern: { command: 'error', message, type },
        what: "the error of bob's command",
      });
  },
});

check({
  says: 'An error frame looks as documented.',
  requires: ['dialogues.errors.frame-shape', 'dialogues.errors.frame-values'],
  catches: ['error-without-type', 'times-with-offset'],
  async run(cast) {
    const toAlice = await cast.chat(cast.bob, cast.alice);
    await given('No error came', () => refused(toAlice, never(cast.alice)));
  },
});
