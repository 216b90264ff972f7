import { expectMatch, expectOpen } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { heardNothing } from '../kit/fence.ts';
import { isObject } from '../kit/match.ts';
import { saved } from './chat.ts';
import { type Actor, type Cast, check } from './driver.ts';
import {
  expectHeld,
  expectNotHeld,
  fetched,
  fetchedUntil,
  isThis,
  itemOf,
  showing,
  waits,
} from './fetched.ts';
import type { Inbox } from './inbox.ts';
import { instantOf, sameInstant } from './time.ts';
import { ways } from './ways.ts';

/** A receive socket on which nothing has been asked yet. */
async function fresh({ knockInbox }: Cast, person: Actor): Promise<Inbox> {
  const inbox = await knockInbox(person);
  await given('The receive socket does not open', async () => expectOpen(inbox));
  return inbox;
}

for (const { kind, what, id, ...way } of ways) {
  check({
    says: `Everything that was sent while somebody was not connected is fetched (${what}).`,
    requires: [id('holds-what-was-missed')],
    catches: [
      'not-stored',
      kind === 'fetch_msgs' ? 'forgets-messages-to-absent' : 'group-forgets-the-absent',
      'fetch-holds-one-author',
    ],
    async run(cast) {
      const [fromAlice, fromCarol] = [await way.toBob(cast, cast.alice), await way.toBob(cast, cast.carol)];
      const messages = [await saved(fromAlice), await saved(fromCarol), await saved(fromAlice)];
      const b = await fresh(cast, cast.bob);
      expectHeld(await b.fetch(kind), messages, 'a message that was sent while bob was away is not fetched');
    },
  });

  check({
    says: `What was heard at once, or fetched before, is fetched again (${what}).`,
    requires: [id('holds-what-was-heard'), 'dialogues.fetch.holds-until-acknowledged'].slice(
      0,
      kind === 'fetch_msgs' ? 2 : 1,
    ),
    catches: ['delivered-at-once-is-not-stored', 'fetch-deletes', 'every-second-fetch-is-empty'],
    async run(cast) {
      const [b, chat] = [await cast.inbox(cast.bob), await way.toBob(cast, cast.alice)];
      const message = await cast.message(chat, b);
      expectHeld(await fetched(b, kind), [message], 'a message that was heard at once is not fetched');
      const again = kind === 'fetch_msgs' ? { requirement: 'dialogues.fetch.holds-until-acknowledged' } : {};
      const because = 'a message that was fetched before, and not acknowledged, is not fetched again';
      expectHeld(await fetched(b, kind), [message], because, again);
      await b.leave();
      expectHeld(await fetched(await cast.inbox(cast.bob), kind), [message], because, again);
    },
  });

  check({
    says: `A fetched message names its author and the one who fetches (${what}).`,
    requires: [id('names-the-people')],
    catches: ['fetch-swaps-from-and-to', 'fetch-to-is-the-author'],
    async run(cast) {
      const b = await cast.inbox(cast.bob);
      for (const author of [cast.alice, cast.carol]) {
        const message = await saved(await way.toBob(cast, author));
        const item = itemOf(await fetched(b, kind), message);
        if (item === undefined) throw new Unmet('The message is not fetched.');
        const people = { msg_from: way.sender(cast, author), msg_to: cast.bob.phone };
        expectMatch('The fetched message', item, people);
      }
    },
  });

  check({
    says: `A fetched message tells what the frame told (${what}).`,
    requires: [id('agrees-with-the-frames')],
    catches: ['fetch-times-shifted', 'fetch-escapes-html', 'fetch-cuts-texts'],
    async run(cast) {
      const [b, chat] = [await cast.inbox(cast.bob), await way.toBob(cast, cast.alice)];
      const message = chat.say(`<b>${cast.world.text()}</b> & more`);
      const frame = await given('The message was not confirmed or did not arrive', async () => {
        await chat.confirms(message);
        return b.hears('newMsgHeard', isThis(message));
      });
      const told = isObject(frame.value) ? frame.value : {};
      const items = await fetched(b, kind);
      const item = itemOf(items, message);
      if (item === undefined) throw new Unmet('The message is not fetched.');
      const at = instantOf(told['sent_timestamp']);
      if (Number.isNaN(at)) throw new Unmet('The time in the frame is no time.');
      expectMatch('The fetched message', item, {
        message: told['message'],
        msg_from: told['msg_from'],
        sent_timestamp: sameInstant(at),
      });
    },
  });

  check({
    says: `Whoever stands in the msg_from of the request, the answer is the same (${what}).`,
    requires: [id('msg-from-does-not-matter')],
    catches: ['fetch-filters-by-msg-from', 'fetch-serves-msg-from'],
    async run(cast) {
      const messages = [
        await saved(await way.toBob(cast, cast.alice)),
        await saved(await way.toBob(cast, cast.carol)),
        await saved(await way.pastCarol(cast)),
      ];
      const b = await cast.inbox(cast.bob);
      await waits(b, kind, ...messages);
      for (const msg_from of way.anybody(cast))
        expectHeld(
          await b.fetch(kind, { msg_from }),
          messages,
          'a request with another msg_from is answered without a message',
        );
    },
  });

  check({
    says: `Nobody is shown what somebody else has to fetch by naming them in the request (${what}).`,
    requires: [id('for-somebody-else')],
    catches: ['fetch-serves-msg-to'],
    async run(cast) {
      const [secret, toCarol] = [await way.pastCarol(cast), await way.toCarol(cast)];
      const [b, c] = [await cast.inbox(cast.bob), await cast.inbox(cast.carol)];
      const message = await saved(secret);
      await waits(b, kind, message);
      const since = c.mark;
      c.ask(kind, { msg_to: cast.bob.phone });
      const own = await saved(toCarol);
      await Promise.race([c.gone(), fetched(c, kind).catch(() => undefined)]);
      const ear = c.isOpen ? c : await cast.inbox(cast.carol);
      const later = await fetchedUntil(ear, kind, (items) => itemOf(items, own) !== undefined);
      if (!later.isSo) throw new Unmet('The fence was lost: carol does not fetch what is hers.');
      for (const inbox of new Set([c, ear]))
        heardNothing(inbox, {
          pattern: showing(message),
          ...(inbox === c ? { since } : {}),
          what: 'what somebody else has to fetch',
        });
    },
  });

  check({
    says: `Nobody fetches what they sent themselves (${what}).`,
    requires: [id('without-what-one-sent')],
    catches: ['fetch-holds-own-messages'],
    async run(cast) {
      const [a, b] = [await cast.inbox(cast.alice), await cast.inbox(cast.bob)];
      const message = await saved(await way.toBob(cast, cast.alice));
      await waits(b, kind, message);
      expectNotHeld(await fetched(a, kind), message, 'the author of a message fetches it');
    },
  });
}

check({
  says: 'Nobody fetches a message to somebody else, or hears it fetched.',
  requires: ['dialogues.fetch.only-ones-own'],
  catches: ['fetch-holds-everybodys', 'fetch-answers-everybody'],
  async run(cast) {
    const { b, toBob } = await cast.together();
    const [c, toCarol] = [await cast.inbox(cast.carol), await cast.chat(cast.alice, cast.carol)];
    const [forBob, forCarol] = [await saved(toBob), await saved(toCarol)];
    const leak = { name: 'fetchedMsgs', pattern: showing(forBob), what: "the answer to bob's fetch" };
    try {
      await waits(b, 'fetch_msgs', forBob);
      await waits(c, 'fetch_msgs', forCarol);
      expectNotHeld(await fetched(c), forBob, 'somebody else fetches a message');
    } catch (error) {
      // Who hears what others fetch may take it for the own answer: what was overheard decides all the same.
      await c.until(() => c.all(leak.name, leak.pattern)[0]);
      heardNothing(c, leak);
      throw error;
    }
    heardNothing(c, leak);
  },
});

check({
  says: 'Messages of groups and of people are fetched apart.',
  requires: ['dialogues.fetch.kinds-stay-apart'],
  catches: ['fetch-mixes-groups-and-people'],
  async run(cast) {
    const b = await cast.inbox(cast.bob);
    const personal = await saved(await cast.chat(cast.alice, cast.bob));
    const shared = await saved(await cast.groupChat(cast.alice, cast.group('all')));
    await waits(b, 'fetch_msgs', personal);
    await waits(b, 'fetch_grp_msgs', shared);
    expectNotHeld(await fetched(b, 'fetch_msgs'), shared, 'fetch_msgs is answered with a message of a group');
    expectNotHeld(
      await fetched(b, 'fetch_grp_msgs'),
      personal,
      'fetch_grp_msgs is answered with a personal message',
    );
  },
});

check({
  says: 'The answer to fetch_msgs looks as documented.',
  requires: [
    'dialogues.fetch.answer-shape',
    'dialogues.fetch.answer-values',
    'dialogues.fetch.all-is-a-string',
    'dialogues.fetch.messages-is-an-array',
  ],
  catches: ['all-as-boolean', 'messages-as-json-text', 'fetched-without-command', 'times-with-offset'],
  async run(cast) {
    const message = await saved(await cast.chat(cast.alice, cast.bob));
    await waits(await cast.inbox(cast.bob), 'fetch_msgs', message);
  },
});

check({
  says: 'The answer to fetch_grp_msgs looks as documented.',
  requires: [
    'dialogues.groups.fetch-answer-shape',
    'dialogues.groups.fetch-answer-values',
    'dialogues.groups.pending-is-an-array',
  ],
  catches: ['pending-as-text', 'no-pending', 'fetched-without-command', 'times-with-offset'],
  async run(cast) {
    const message = await saved(await cast.groupChat(cast.alice, cast.group('all')));
    await waits(await cast.inbox(cast.bob), 'fetch_grp_msgs', message);
  },
});
