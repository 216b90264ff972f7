import { expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { heardNothing } from '../kit/fence.ts';
import { show } from '../kit/match.ts';
import { expectRefused } from '../kit/refusal.ts';
import { garbage } from '../kit/token.ts';
import { nameOf } from './answers.ts';
import { check } from './driver.ts';
import type { Bell, Seat } from './seat.ts';

check({
  says: 'A socket that is refused is told nothing.',
  requires: ['rooms.access.refused-socket-hears-nothing'],
  catches: ['tells-refused-sockets'],
  async run({ together, message, knock, knockBell, alice, bob }) {
    const { a, b } = await together();
    await message(b, a);
    for (const token of [null, garbage]) {
      const refused: (Seat | Bell)[] = [
        await knock(alice, bob.username, token),
        await knockBell(alice, bob.username, token),
        await knockBell(alice, undefined, token),
      ];
      for (const socket of refused) {
        await given('A socket without a valid token was not refused', () =>
          expectRefused(socket, 'somebody without a valid token'),
        );
        // An error frame of the target's own is no news of anybody.
        const told = socket.heard.find(({ name }) => name !== undefined);
        expectTrue(told === undefined, `a socket that is refused was told ${told?.name}`, {
          expected: 'nothing before the socket is closed',
          received: show(told?.value),
          ...(told === undefined ? {} : { entry: told.entry }),
        });
      }
    }
  },
});

check({
  says: 'What is written on a socket that is refused reaches nobody and is not stored.',
  requires: ['rooms.access.refused-socket-cannot-send'],
  catches: ['takes-messages-of-refused-sockets'],
  async run({ together, knock, fence, conversation, message, alice, bob, world }) {
    const { a, b } = await together();
    const text = world.text();
    for (const token of [null, garbage]) {
      const refused = await knock(alice, bob.username, token);
      if (refused.isOpen) refused.say(text);
      await given('A socket without a valid token was not refused', () =>
        expectRefused(refused, 'somebody without a valid token'),
      );
    }
    await fence('cross', a, b);
    const later = await message(a, b);
    heardNothing(b, {
      name: 'chatMessage',
      pattern: { message: text },
      what: 'what was written on a socket that was refused',
    });
    const items = await conversation(bob, alice, later.text);
    expectTrue(
      !items.some(({ content }) => content === text),
      'what was written on a socket that was refused is among the messages',
      { expected: 'no such message', received: show(text) },
    );
  },
});

check({
  says: "The list of conversations holds none of other people's.",
  requires: ['rooms.access.conversations-are-ones-own'],
  catches: ['conversations-of-everybody', 'conversations-of-both-sides'],
  async run({ together, leaves, message, conversation, conversations, alice, bob, carol, world }) {
    await leaves(alice, carol, world.text());
    const { a, b } = await together();
    const { text } = await message(a, b);
    await conversation(alice, bob, text);
    if (!(await conversations(alice)).some(({ other_user }) => nameOf(other_user) === bob.username))
      throw new Unmet('alice does not find her conversation with bob in her list.');
    const stray = (await conversations(carol)).find(({ last_message }) => {
      const names = [last_message?.from_user, last_message?.to_user].map(nameOf);
      const told = names.every((name) => typeof name === 'string');
      return last_message?.content === text || (told && !names.includes(carol.username));
    });
    expectTrue(stray === undefined, "carol's list holds a conversation that she is not in", {
      expected: 'only conversations of carol',
      received: show(stray?.last_message),
    });
  },
});

check({
  says: 'Somebody else is not shown what two people said to each other.',
  requires: ['rooms.access.messages-are-ones-own'],
  catches: ['shows-messages-of-other-people', 'history-of-all-messages-of-the-other'],
  async run({ together, leaves, message, conversation, getMessages, alice, bob, carol, world }) {
    await leaves(carol, alice, world.text());
    await leaves(carol, bob, world.text());
    const { a, b } = await together();
    const texts = [(await message(a, b)).text, (await message(b, a)).text];
    await conversation(alice, bob, ...texts);
    for (const { username, who } of [alice, bob]) {
      const reply = await getMessages(carol, username);
      const leak = texts.find((text) => reply.bytes.toString().includes(text));
      expectTrue(
        leak === undefined,
        `carol asked for the messages with ${who} and was shown what alice and bob said`,
        {
          expected: 'nothing of what alice and bob said to each other',
          received: show(leak),
          entry: reply.entry,
        },
      );
    }
  },
});
