import { eventually } from '../kit/eventually.ts';
import { expectMatch, expectStatus, expectTrue } from '../kit/expect.ts';
import { Failure, given, Unmet } from '../kit/failure.ts';
import { sameId, show } from '../kit/match.ts';
import type { Cast } from './cast.ts';
import { check } from './driver.ts';
import type { Actor } from './requests.ts';
import { instant, type LastMessage, messageIn } from './wire.ts';

/** The item with this text, which must come: what is on the list instead is shown. */
async function expectListed(cast: Cast, text: string, because: string): Promise<LastMessage> {
  const found = await cast.listed(cast.alice, text);
  if (found !== undefined) return found;
  const rooms = await cast.rooms(cast.alice);
  throw new Failure({
    expected: `an item with ${show(text)}`,
    received: `${rooms.length} items, among them ${show(rooms[0])}`,
    because,
  });
}

/** The room is on the list with this text; what comes later is judged. */
async function givenListed(cast: Cast, text: string): Promise<void> {
  if ((await cast.listed(cast.alice, text)) === undefined)
    throw new Unmet('The room is not on the list after an earlier message.');
}

check({
  says: 'Asking for one’s rooms answers 200 with a page that holds them.',
  requires: ['actions.list.answers-with-the-rooms'],
  catches: ['list-answers-201', 'list-shows-no-room'],
  async run(cast) {
    const { alice, bob, together, message, pages, world } = cast;
    const { a, b } = await together();
    const { text } = await message(a, b);
    for await (const { reply } of pages(alice)) expectStatus(reply, [200]);
    await expectListed(cast, text, 'the room is not in the list of the member who was named first');
    const isShown = await shows(cast, bob, text);
    world.observe('The list of the member who was named second', isShown ? 'holds the room' : 'holds it not');
  },
});

async function shows({ pages }: Cast, person: Actor, text: string): Promise<boolean> {
  for await (const { rooms } of pages(person)) if (rooms.some((room) => room?.content === text)) return true;
  return false;
}

check({
  says: 'A page of the list looks as documented.',
  requires: [
    'actions.list.page-shape',
    'actions.list.last-message-shape',
    'actions.list.last-message-values',
  ],
  catches: [
    'page-without-count',
    'last-message-as-text',
    'from-this-user-as-text',
    'list-times-without-zone',
  ],
  async run(cast) {
    const { alice, together, message, pages, listed } = cast;
    const { a, b } = await together();
    const { text } = await message(a, b);
    for await (const { reply } of pages(alice))
      if (reply.status !== 200)
        throw new Unmet(`The list was answered with ${reply.problem ?? reply.status}.`);
    await listed(alice, text);
  },
});

check({
  says: 'A room in which nothing was said is listed with null.',
  requires: ['actions.list.null-while-nothing-was-said'],
  catches: ['list-without-silent-rooms'],
  fresh: true,
  async run(cast) {
    const { alice, room, rooms, enter, message } = cast;
    const silent = async (): Promise<number> => (await rooms(alice)).filter((one) => one === null).length;
    const before = await silent();
    const a = await enter(alice, room());
    const { text } = await message(a, a);
    await givenListed(cast, text);
    const after = await silent();
    expectTrue(before === after + 1, 'a room was not listed with null before something was said in it', {
      expected: 'one item with null more before the first message than after it',
      received: `${before} before, ${after} after`,
    });
  },
});

check({
  says: 'After the only message of a room was deleted, the list shows null again.',
  requires: ['actions.list.follows-edits-and-deletions'],
  catches: ['list-shows-deleted-messages'],
  fresh: true,
  async run(cast) {
    const { alice, room, rooms, knock, message, world } = cast;
    const a = await knock(alice, room());
    const { id, text } = await message(a, a);
    await givenListed(cast, text);
    const all = await rooms(alice);
    a.remove(id);
    await given('The deletion was not announced', () => a.hears('deleted', { message_id: sameId(id) }));
    const silent = (some: readonly unknown[]): number => some.filter((one) => one === null).length;
    const emptied = await eventually(world, async () =>
      silent(await rooms(alice)) === silent(all) + 1 ? true : undefined,
    );
    expectTrue(emptied === true, 'after its only message was deleted, the room is not listed with null', {
      expected: 'null for the room',
      received: show(await rooms(alice)),
    });
  },
});

check({
  says: 'The list shows the newest message of a room, with its time.',
  requires: ['actions.list.shows-the-newest-message'],
  catches: ['list-shows-the-oldest-message', 'list-times-shifted', 'list-forgets-the-fifth-message'],
  async run(cast) {
    const { together, message } = cast;
    const { a, b } = await together();
    await message(a, a, b);
    const older = await message(a, a, b);
    await givenListed(cast, older.text);
    const newest = await message(b, a, b);
    const item = await expectListed(cast, newest.text, 'the newest message of the room is not in the list');
    const [inList, inFrame] = [
      instant('The created_at in the list', item.created_at),
      instant('The created_at of the frame', messageIn(newest.heard)['created_at']),
    ];
    expectTrue(Math.abs(inList - inFrame) <= 1, `the two times are ${Math.abs(inList - inFrame)} ms apart`, {
      expected: `created_at ${show(messageIn(newest.heard)['created_at'])}`,
      received: show(item.created_at),
    });
    // A list that is brought up to date now and then only is right for some messages.
    for (const from of [a, a, b, a, b]) {
      const { text } = await message(from, a, b);
      await expectListed(cast, text, 'the newest message of the room is not in the list');
    }
  },
});

check({
  says: 'The list shows a long message whole.',
  requires: ['actions.list.shows-the-newest-message'],
  catches: ['list-cuts-the-text'],
  async run(cast) {
    const { a, b } = await cast.together();
    await givenListed(cast, (await cast.message(a, b)).text);
    const text = `${cast.world.text()} ${'and so on, '.repeat(60)}`.trim();
    a.say(text);
    await given('The message did not arrive', () => b.hears('chatMessage', { message: { text } }));
    await expectListed(cast, text, 'the text of a long message is not in the list as it was sent');
  },
});

check({
  says: 'The list tells whether the person whose rooms are listed wrote the message.',
  requires: ['actions.list.from-this-user'],
  catches: ['from-this-user-is-inverted', 'from-this-user-is-always-true'],
  async run(cast) {
    const { alice, together, message, listed } = cast;
    const { a, b } = await together();
    for (const [from, isOwn] of [
      [a, true],
      [b, false],
      [a, true],
    ] as const) {
      const { text } = await message(from, a, b);
      const item = await listed(alice, text);
      if (item === undefined) throw new Unmet('The message is not in the list.');
      expectMatch(`The item of a message of ${from.who}'s in the list of alice`, item, {
        from_this_user: isOwn,
      });
    }
  },
});

check({
  says: 'The list follows the edit and the deletion of the newest message.',
  requires: ['actions.list.follows-edits-and-deletions'],
  catches: ['list-ignores-edits', 'list-shows-deleted-messages'],
  async run(cast) {
    const { together, message, world } = cast;
    const { a, b } = await together();
    const before = await message(b, a, b);
    const newest = await message(a, a, b);
    await givenListed(cast, newest.text);
    const text = world.text();
    a.edit(newest.id, text);
    await given('The edit was not announced', () => a.hears('edited', { message_id: sameId(newest.id) }));
    await expectListed(cast, text, 'the list does not show the new text after an edit');
    a.remove(newest.id);
    await given('The deletion was not announced', () =>
      a.hears('deleted', { message_id: sameId(newest.id) }),
    );
    await expectListed(cast, before.text, 'after a deletion the list does not show the message before it');
  },
});

check({
  says: 'Somebody who asks for the rooms of another person is not shown them.',
  requires: ['actions.access.list-of-somebody-else'],
  catches: ['shows-anybodys-rooms'],
  async run(cast) {
    const { alice, carol, together, message, pages, world } = cast;
    const { a, b } = await together();
    const { text } = await message(a, b);
    await givenListed(cast, text);
    for await (const { reply, rooms } of pages(carol, { of: alice.id })) {
      world.observe('Asking for the rooms of somebody else', `answered with ${reply.status}`);
      expectTrue(
        !rooms.some((room) => room?.content === text),
        "carol is shown a room of alice's and bob's",
        {
          expected: 'no room of alice that carol is not in',
          received: show(text),
          entry: reply.entry,
        },
      );
    }
  },
});
