import { Failure, given, Unmet } from '../kit/failure.ts';
import { isObject, show } from '../kit/match.ts';
import type { Heard } from '../kit/socket.ts';
import { difference } from '../kit/text.ts';
import type { Chat, Message } from './chat.ts';
import { type Cast, check } from './driver.ts';
import { fetched, isNamed, isThis } from './fetched.ts';
import type { Inbox, Kind } from './inbox.ts';

check({
  says: 'A text that reads like a time, a command or a placeholder is a text like any other.',
  requires: ['dialogues.text.protocol-words'],
  catches: ['placeholder-is-no-text', 'times-in-texts-respelled'],
  async run(cast) {
    const b = await cast.inbox(cast.bob);
    for (const text of [
      '-null-',
      '--null--',
      'new_msg',
      'fetch_msgs',
      'True',
      '2020-11-21 16:32:17.356',
      '2020-11-21T16:32:17.356Z',
      '{"command": "msg_received"}',
    ])
      await comesBack(cast, {
        text,
        ear: b,
        kind: 'fetch_msgs',
        open: () => cast.chat(cast.alice, cast.bob),
      });
  },
});

check({
  says: 'A text to a group comes back as it was sent.',
  requires: ['dialogues.text.in-groups'],
  catches: ['group-escapes-html', 'group-trims-text', 'group-cuts-at-4096'],
  async run(cast) {
    const b = await cast.inbox(cast.bob);
    const open = (): Promise<Chat> => cast.groupChat(cast.alice, cast.group('all'));
    for (const text of [
      `${cast.world.text()} 👩🏽‍🚀 e\u0301 \u00e9 שלום \u202Eabc\u202C \u{10FFFD} zero\u200bwidth`,
      `<script>${cast.world.text()}</script> & &amp; "double" 'single' \\n %00`,
      `  two in front, a\ttab, a line\nand ${cast.world.text()}, two behind  `,
      cast.world.text() + 'x'.repeat(5_000),
    ])
      await comesBack(cast, { text, ear: b, kind: 'fetch_grp_msgs', open });
  },
});

interface Sample {
  text: string;
  ear: Inbox;
  kind: Kind;
  open: () => Promise<Chat>;
}

/** A target may refuse a text, by an error or by closing the socket; it may neither change it nor lose it. */
async function comesBack(cast: Cast, sample: Sample): Promise<void> {
  const { text, ear, kind } = sample;
  // A server that loses a message now and then breaks another requirement; this is about the text.
  const arrived = (await arrival(cast, sample)) ?? (await arrival(cast, sample));
  if (arrived === 'refused')
    return cast.world.observe('A text that is not plain', `refused: ${show(text, 40)}`);
  if (arrived === undefined)
    throw new Failure({
      expected: `${ear.who} hears the text, or its sender is told that it is refused`,
      received: 'neither',
      because: 'a text was lost without a word, twice',
    });
  const { heard, message } = arrived;
  const came = isObject(heard.value) ? heard.value['message'] : undefined;
  if (came !== text) {
    heard.entry.offending = true;
    throw changed(text, came, 'heard');
  }
  const items = await fetched(ear, kind);
  const stored = items.filter((item) => isNamed(message)(item) === true);
  if (stored.length === 0) throw new Unmet('The message is not fetched.');
  if (!stored.some((item) => item.message === text)) throw changed(text, stored[0]?.message, 'fetched');
}

async function arrival(
  cast: Cast,
  { text, ear, open }: Sample,
): Promise<{ heard: Heard; message: Message } | 'refused' | undefined> {
  const chat = await open();
  await given('An ordinary message did not arrive', () => cast.message(chat, ear));
  const since = ear.mark;
  const message = chat.say(text);
  // Two fences: a message that one other overtakes is not lost.
  await cast.fenceAfter(chat, open, ear);
  if (chat.socket.isOpen) await cast.fenceAfter(chat, open, ear);
  const [heard] = ear.all('newMsgHeard', isThis(message), since);
  if (heard !== undefined) return { heard, message };
  return !chat.socket.isOpen || chat.socket.all('commandFailed').length > 0 ? 'refused' : undefined;
}

function changed(text: string, came: unknown, how: string): Failure {
  return new Failure({
    expected: `the text as it was sent: ${show(text)}`,
    received: show(came, 200),
    because: `the text that is ${how} was changed: ${difference(text, String(came))}`,
  });
}
