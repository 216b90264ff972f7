import { expectNoCrash, expectOpen, expectTrue } from '../kit/expect.ts';
import { Failure, given } from '../kit/failure.ts';
import type { Reply } from '../kit/http.ts';
import { show } from '../kit/match.ts';
import { picture } from '../kit/picture.ts';
import { isSuccess } from './answers.ts';
import type { Actor, Cast } from './cast.ts';
import { check } from './driver.ts';
import type { Bell } from './seat.ts';

const junk = ['not json', '{"', '', 'null', '7', '[]', '{}', '{"type": 5}', '{"type": "chat_message"}'];

check({
  says: 'Whatever is sent on a notification socket hurts nobody else, and notifications still come.',
  requires: ['rooms.robustness.frame-on-a-notification-socket'],
  catches: ['junk-on-a-bell-silences-it', 'junk-on-a-bell-closes-the-others'],
  async run(cast) {
    const { bell, alice, bob, world } = cast;
    const ofAlice = [await bell(alice), await bell(alice, bob)];
    await given('Notifications do not come beforehand', () => bothRing(cast, ofAlice));
    for (const other of [undefined, alice]) {
      const poisoned = await bell(bob, other);
      for (const text of junk) if (poisoned.isOpen) poisoned.sendRaw(text);
      if (poisoned.isOpen) poisoned.sendBinary(Uint8Array.from([0, 159, 146, 150]));
      await bothRing(cast, ofAlice);
      world.observe('A frame on a notification socket', poisoned.isOpen ? 'is borne' : 'closes it');
    }
  },
});

/** Each of the two writes to the other, and is heard: by alice where she listened before, by bob on new sockets. */
async function bothRing(cast: Cast, ofAlice: readonly Bell[]): Promise<void> {
  const { bell, leaves, alice, bob, world } = cast;
  const open = [...ofAlice, await bell(bob), await bell(bob, alice)];
  const since = open.map((one) => one.mark);
  await leaves(bob, alice, world.text());
  await leaves(alice, bob, world.text());
  for (const [at, one] of open.entries()) await one.hears(one.ringName, undefined, { since: since[at] ?? 0 });
}

/** A form with the boundary "x", of one field that is no file. */
const textPart = (name: string): string =>
  `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\nplain text\r\n--x--\r\n`;

check({
  says: 'A bad upload is not answered with a crash.',
  requires: ['rooms.robustness.bad-upload'],
  catches: ['crashes-on-bad-upload', 'crashes-on-a-file-that-is-text'],
  async run({ upload, uploadOdd, uploaded, alice, world }) {
    await uploaded(alice);
    const name = 'picture.png';
    const replies: Reply[] = [
      await upload(alice, { name, bytes: picture(name), as: 'another' }),
      await upload(alice, { name: 'empty.png', bytes: new Uint8Array() }),
      await uploadOdd(alice, '{}', 'application/json'),
      await uploadOdd(alice, 'myFile=picture', 'application/x-www-form-urlencoded'),
      await uploadOdd(alice, 'no parts at all', 'multipart/form-data'),
      await uploadOdd(alice, '--x\r\nnot a part', 'multipart/form-data; boundary=x'),
      await uploadOdd(alice, textPart('myFile'), 'multipart/form-data; boundary=x'),
      await uploadOdd(alice, textPart('name'), 'multipart/form-data; boundary=x'),
      await uploadOdd(alice, '', 'multipart/form-data; boundary=x'),
    ];
    for (const reply of replies) expectNoCrash(reply);
    world.observe('An upload without the file', `answered with ${replies[0]?.status}`);
    await uploaded(alice);
  },
});

check({
  says: 'A file with an odd name is stored or refused.',
  requires: ['rooms.robustness.odd-file-name'],
  catches: ['crashes-on-odd-file-names'],
  async run({ upload, uploaded, alice, world }) {
    await uploaded(alice);
    for (const name of [
      'two words (1).png',
      'naïve ünïcode 日本 🧪.png',
      'many.dots.in.it.tar.png',
      '../../../outside.png',
      '..\\..\\outside.png',
      '/etc/outside.png',
      '.png',
      '100%25#?.png',
      'no-ending',
      `${'long'.repeat(60)}.png`,
    ]) {
      const reply = await upload(alice, { name, bytes: picture(`${name} ${world.text()}`) });
      expectNoCrash(reply);
      if (!isSuccess(reply)) world.observe('A file with an odd name', `${show(name)}: ${reply.status}`);
    }
    await uploaded(alice);
  },
});

check({
  says: 'Asking for the messages of an odd name, or about an odd message, is not answered with a crash.',
  requires: ['rooms.robustness.bad-list-or-url-request'],
  catches: [
    'crashes-on-unknown-message',
    'crashes-on-odd-message-ids',
    'crashes-on-unknown-room',
    'crashes-on-message-without-a-file',
  ],
  async run({
    checkUrl,
    refreshUrl,
    getMessages,
    conversations,
    together,
    message,
    stored,
    alice,
    bob,
    world,
  }) {
    const { a, b } = await together();
    const { id } = await stored(alice, bob, (await message(a, b)).text);
    for (const query of [
      {},
      ...['', 'abc', '-1', '0', '1e9', '1.5', '2000000011', '9'.repeat(40), "1'--", 'null'].map((id) => ({
        message_id: id,
      })),
      { message_id: id },
    ]) {
      expectNoCrash(await checkUrl(alice, query));
      expectNoCrash(await refreshUrl(alice, query));
    }
    const nobody = `nobody-${world.text().replaceAll(' ', '-')}`;
    for (const name of [nobody, alice.username, 'notifications', '%', "a'; --", '🧪', 'x'.repeat(300), ' ']) {
      const reply = await getMessages(alice, name);
      expectNoCrash(reply);
      if (name === nobody)
        world.observe('The messages of a name that nobody has', `answered with ${reply.status}`);
    }
    await conversations(alice);
  },
});

check({
  says: 'After a message to nobody, to oneself or without text everything still works.',
  requires: ['rooms.robustness.poisoned-room'],
  catches: ['message-to-oneself-poisons-lists', 'empty-text-poisons-room', 'message-to-nobody-poisons-lists'],
  async run(cast) {
    const { together, knock, alice, bob, world } = cast;
    await works(cast, (act) => given('Not everything works beforehand', act));
    const nobody = `nobody-${world.text().replaceAll(' ', '-')}`;
    for (const [room, topic] of [
      [nobody, 'The room of a name that nobody has'],
      [alice.username, 'The room of one’s own name'],
    ] as const) {
      const odd = await knock(alice, room);
      await odd.until(() => odd.heard[0], world.patience.ms / 4);
      world.observe(topic, odd.isOpen ? 'opens' : 'is refused or closed');
      if (odd.isOpen) odd.say(world.text());
      if (odd.isOpen) odd.read();
    }
    const { a } = await together();
    for (const frame of [
      { type: 'chat_message', message: '', room: bob.username },
      { type: 'chat_message', room: bob.username },
      { type: 'chat_message', message: world.text(), room: nobody },
      { type: 'chat_message', message: world.text(), room: alice.username },
      { type: 'chat_message', message: null, room: null },
    ])
      if (a.isOpen)
        a.send({ multimedia_url: '', file_identifier: '', multimedia_url_expiration: '', ...frame });
    if (a.isOpen) a.say('');
    await works(cast, (act) => act());
  },
});

/** Both people's sockets and lists do what they are for; each person has new sockets. */
async function works(cast: Cast, judge: (act: () => Promise<void>) => Promise<void>): Promise<void> {
  const { together, knock, knockBell, alice, bob } = cast;
  await judge(async () => {
    for (const [as, other] of [
      [alice, bob],
      [bob, alice],
    ] as const) {
      const seat = await knock(as, other.username);
      await seat.settled();
      expectOpen(seat);
      for (const one of [undefined, other.username]) {
        const bell = await knockBell(as, one);
        await bell.hears(bell.countName);
      }
    }
  });
  const { a, b } = await together();
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const texts = [cast.world.text(), cast.world.text(), cast.world.text()];
    for (const text of texts) from.say(text);
    await judge(async () => {
      const arrived = await to.until(() => texts.find((text) => to.all('chatMessage', { message: text })[0]));
      if (arrived === undefined)
        throw new Failure({
          expected: `${to.who} hears what ${from.who} says`,
          received: to.closing?.entry.what ?? 'nothing',
          because: `nothing that ${from.who} says reaches ${to.who}`,
        });
    });
  }
  await judge(() => listsWork(cast, alice, bob));
  await judge(() => listsWork(cast, bob, alice));
}

async function listsWork({ getConversations, getMessages }: Cast, as: Actor, other: Actor): Promise<void> {
  for (const reply of [await getConversations(as), await getMessages(as, other.username)])
    expectTrue(isSuccess(reply), `a list of ${as.who} is answered with ${reply.problem ?? reply.status}`, {
      expected: 'the list',
      received: reply.problem ?? `HTTP ${reply.status}`,
      entry: reply.entry,
    });
}
