import { expectMatch } from '../kit/expect.ts';
import { Failure, given } from '../kit/failure.ts';
import { heardNothing, heardOnce } from '../kit/fence.ts';
import type { Judge } from '../kit/match.ts';
import { type Chat, saved } from './chat.ts';
import { type Cast, check } from './driver.ts';
import { expectNotHeld, fetched, waits } from './fetched.ts';
import type { Inbox } from './inbox.ts';
import { sameInstant } from './time.ts';

/** Everybody in the group of three is connected. */
async function everybody(cast: Cast): Promise<{ a: Inbox; b: Inbox; c: Inbox; key: string; chat: Chat }> {
  const key = cast.group('all');
  const [a, b, c, chat] = await Promise.all([
    cast.inbox(cast.alice),
    cast.inbox(cast.bob),
    cast.inbox(cast.carol),
    cast.groupChat(cast.alice, key),
  ]);
  return { a, b, c, key, chat };
}

check({
  says: 'Every message to a group reaches every other participant.',
  requires: ['dialogues.groups.reaches-every-participant'],
  catches: ['drop-message', 'group-reaches-one-participant', 'drops-every-fifth-message'],
  async run(cast) {
    const { a, b, c, chat } = await everybody(cast);
    const messages = Array.from({ length: 10 }, () => chat.say());
    for (const inbox of [b, c])
      for (const { text } of messages) await inbox.hears('newMsgHeard', { message: text });
    await cast.fence(chat, b, c);
    const own = a.all('newMsgHeard', { message: messages[0]?.text }).length > 0;
    cast.world.observe("The receive socket of a group message's author", own ? 'hears it' : 'hears nothing');
  },
});

check({
  says: 'Every participant can write to the group.',
  requires: ['dialogues.groups.everybody-may-write'],
  catches: ['only-admins-write'],
  async run(cast) {
    const { a, b, c, key, chat } = await everybody(cast);
    await given("The admin's message did not arrive", () => cast.message(chat, b, c));
    const fromBob = (await cast.groupChat(cast.bob, key)).say();
    await Promise.all([a, c].map((inbox) => inbox.hears('newMsgHeard', { message: fromBob.text })));
    const fromCarol = (await cast.groupChat(cast.carol, key)).say();
    await Promise.all([a, b].map((inbox) => inbox.hears('newMsgHeard', { message: fromCarol.text })));
  },
});

check({
  says: 'A message from a group names the group and its sender.',
  requires: ['dialogues.groups.from-is-key-and-phone'],
  catches: ['group-from-is-phone-only', 'group-from-is-key-only'],
  async run(cast) {
    const { a, b, key, chat } = await everybody(cast);
    const one = await given('A message did not arrive', () => heardSaying(chat, b));
    expectMatch('The frame', one.value, { msg_from: `${key}-${cast.alice.phone}` }, one);
    const ofBob = await cast.groupChat(cast.bob, cast.group('two'));
    const other = await given('A message did not arrive', () => heardSaying(ofBob, a));
    expectMatch('The frame', other.value, { msg_from: `${cast.group('two')}-${cast.bob.phone}` }, other);
  },
});

function heardSaying(chat: Chat, ear: Inbox): ReturnType<Inbox['hears']> {
  return ear.hears('newMsgHeard', { message: chat.say().text });
}

check({
  says: 'A message from a group is addressed to the one who hears it.',
  requires: ['dialogues.groups.to-is-the-hearer'],
  catches: ['group-to-is-key', 'group-to-is-one-for-all'],
  async run(cast) {
    const { b, c, chat } = await everybody(cast);
    const { text } = chat.say();
    for (const inbox of [b, c]) {
      const heard = await given('A message did not arrive', () =>
        inbox.hears('newMsgHeard', { message: text }),
      );
      expectMatch('The frame', heard.value, { msg_to: inbox.phone }, heard);
    }
  },
});

check({
  says: 'A message from a group keeps the time that its sender gave it.',
  requires: ['dialogues.groups.keeps-its-time'],
  catches: ['stamps-messages-itself', 'times-cut-to-seconds'],
  async run(cast) {
    const { b, c, chat } = await everybody(cast);
    for (const spelling of ['with a space', 'with T and Z'] as const) {
      const { text, at } = chat.say(undefined, { spelling });
      for (const inbox of [b, c]) {
        const heard = await given('A message did not arrive', () =>
          inbox.hears('newMsgHeard', { message: text }),
        );
        expectMatch('The frame', heard.value, { sent_timestamp: sameInstant(at) }, heard);
      }
    }
  },
});

check({
  says: 'A message to a group arrives once, not twice.',
  requires: ['dialogues.groups.exactly-once'],
  catches: ['deliver-twice', 'once-per-shared-group'],
  async run(cast) {
    const { b, c, chat } = await everybody(cast);
    const { text } = await cast.message(chat, b, c);
    await cast.fence(chat, b, c);
    for (const inbox of [b, c])
      heardOnce(inbox, { name: 'newMsgHeard', pattern: { message: text }, what: 'the message' });
  },
});

check({
  says: 'Messages to a group arrive in the order in which they were sent.',
  requires: ['dialogues.groups.in-the-order-sent'],
  catches: ['swaps-neighbours'],
  async run(cast) {
    const { b, c, chat } = await everybody(cast);
    const messages = Array.from({ length: 12 }, () => chat.say());
    for (const inbox of [b, c]) {
      const places = await given('A message did not arrive', () =>
        Promise.all(
          messages.map(async ({ text }) => (await inbox.hears('newMsgHeard', { message: text })).at),
        ),
      );
      const wrong = places.findIndex((place, n) => n > 0 && place < (places[n - 1] ?? 0));
      if (wrong === -1) continue;
      throw new Failure({
        expected: 'twelve messages in the order in which alice sent them',
        received: `message ${wrong + 1} came to ${inbox.who} before message ${wrong}`,
        because: 'a message overtook one that was sent before it',
      });
    }
  },
});

check({
  says: 'Somebody who is not a participant neither hears nor fetches what is sent to a group.',
  requires: ['dialogues.groups.reaches-nobody-else'],
  catches: ['leaks-to-everybody', 'leaks-to-other-groups', 'group-fetch-holds-everybodys'],
  async run(cast) {
    const { b, c, chat: toAll } = await everybody(cast);
    const toTwo = await cast.groupChat(cast.alice, cast.group('two'));
    const message = await cast.message(toTwo, b);
    await cast.fence(toTwo, b);
    await cast.crossFence(toAll, c);
    heardNothing(c, { pattern: { message: message.text }, what: "a message of somebody else's group" });
    await waits(b, 'fetch_grp_msgs', message);
    const shared = await saved(toAll);
    await waits(c, 'fetch_grp_msgs', shared);
    const because = "somebody fetches a message of somebody else's group";
    expectNotHeld(await fetched(c, 'fetch_grp_msgs'), message, because);
    expectNotHeld(await fetched(c, 'fetch_msgs'), message, because);
  },
});

check({
  says: 'What somebody who is not a participant sends to a group reaches nobody.',
  requires: ['dialogues.groups.outsider-cannot-write'],
  catches: ['outsiders-may-write-to-groups'],
  async run(cast) {
    const { a, b } = await everybody(cast);
    const key = cast.group('two');
    const toTwo = await cast.groupChat(cast.alice, key);
    await given("A participant's message did not arrive", () => cast.message(toTwo, b));
    const intruder = await cast.knockGroupChat(cast.carol, key);
    const from = `${key}-${cast.carol.phone}`;
    const said = { text: cast.world.text(), at: Number.NaN, author: cast.carol, from };
    if (intruder.socket.isOpen) intruder.say(said.text);
    await cast.crossFence(await cast.groupChat(cast.carol, cast.group('all')), a, b);
    await cast.crossFence(toTwo, b);
    for (const inbox of [a, b]) {
      heardNothing(inbox, { pattern: { message: said.text }, what: 'the message of somebody outside' });
      expectNotHeld(
        await fetched(inbox, 'fetch_grp_msgs'),
        said,
        'the message of somebody outside the group is stored',
      );
    }
  },
});

check({
  says: "A message to a group that claims another participant's number does not get it.",
  requires: ['dialogues.groups.author-comes-from-the-address'],
  catches: ['author-from-frame'],
  async run(cast) {
    const { a, key } = await everybody(cast);
    const open = (): Promise<Chat> => cast.groupChat(cast.bob, key);
    const chat = await open();
    const { text } = chat.say(undefined, { msg_from: cast.carol.phone });
    await cast.fenceAfter(chat, open, a);
    for (const heard of a.all('newMsgHeard', { message: text }))
      expectMatch('The frame', heard.value, { msg_from: endingIn(cast.bob.phone) }, heard);
  },
});

function endingIn(phone: string): Judge {
  return (value) => String(value).endsWith(phone) || `is ${String(value)}, who did not send it`;
}
