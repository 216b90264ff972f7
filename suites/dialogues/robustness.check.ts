import { expectTrue } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import type { Socket } from '../kit/socket.ts';
import { type Chat, toGroups, toPeople } from './chat.ts';
import { type Cast, check } from './driver.ts';
import type { Inbox } from './inbox.ts';
import { nextInstant, spell } from './time.ts';

type Send = (socket: Socket) => void;

/** One of three messages arrives: a server that loses some is another requirement's business. */
async function reaches(chat: Chat, ear: Inbox): Promise<void> {
  const messages = [chat.say(), chat.say(), chat.say()];
  const heard = await ear.until(() =>
    messages.find(({ text }) => ear.all('newMsgHeard', { message: text }).length > 0),
  );
  expectTrue(heard !== undefined, `${ear.who} is not reached any more after what bob has sent`, {
    expected: `${ear.who} hears an ordinary message`,
    received: ear.closing?.entry.what ?? 'nothing',
  });
}

/**
 * Bob sends these, each on a socket of its own because he may be closed for it. Alice and carol are served as before,
 * and so is bob on new sockets.
 */
async function hurtsNobody(cast: Cast, open: () => Promise<Socket>, sends: readonly Send[]): Promise<void> {
  const { alice, carol, world } = cast;
  await given('Two people do not hear each other', () => everythingWorks(cast));
  const [ear, fromCarol] = [await cast.inbox(alice), await cast.chat(carol, alice)];
  await given('An ordinary message did not arrive', () => reaches(fromCarol, ear));
  const before = world.ledger.breaches.length;
  for (const send of sends) {
    const socket = await open();
    send(socket);
    // The server answers the closing handshake after everything that came before it.
    await socket.leave();
    for (const own of [ear, fromCarol.socket])
      expectTrue(own.isOpen, `a socket of ${own.who} ended by what bob has sent`, {
        expected: `the sockets of ${own.who} stay open`,
        received: own.closing?.entry.what ?? 'closed',
      });
    await reaches(fromCarol, ear);
  }
  // A server may answer such a frame, or pass it on; how that looks is not judged.
  world.ledger.breaches.splice(before);
  await ear.leave();
  await everythingWorks(cast);
}

/** Alice and bob can write, hear and fetch, on sockets that nobody has used before. */
async function everythingWorks(cast: Cast): Promise<void> {
  const { a, b, toBob, toAlice } = await cast.together();
  await reaches(toBob, b);
  await reaches(toAlice, a);
  for (const inbox of [a, b]) await inbox.fetch('fetch_msgs');
  await Promise.all([a, b, toBob.socket, toAlice.socket].map((socket) => socket.leave()));
}

const sendSocketOfBob = async (cast: Cast): Promise<Socket> =>
  (await cast.knockChat(cast.bob, cast.alice)).socket;

/** A command with all its fields. */
function command(cast: Cast, name: string, message = spell(nextInstant(cast.alice.phone))): object {
  const { alice, bob } = cast;
  const sent_timestamp = spell(nextInstant(bob.phone));
  return { message, command: name, msg_from: bob.phone, msg_to: alice.phone, sent_timestamp };
}

const groupCommands = [toGroups.say, toGroups.received, toGroups.read, toGroups.typing];
const fields = ['message', 'command', 'msg_from', 'msg_to', 'sent_timestamp'];
const unusable = [undefined, null, 7, { a: 1 }, 'yesterday', ''];

check({
  says: 'A command with a field missing or unusable hurts nobody else.',
  requires: ['dialogues.robustness.unexpected-frame'],
  catches: ['unexpected-frame-poisons-room', 'unusable-time-closes-everybody'],
  async run(cast) {
    // No messages: what is stored of them would be in the way of whoever uses these people next.
    const sends = [toPeople.received, toPeople.read, toPeople.typing].flatMap((name, at) =>
      fields.map(
        (field, n): Send =>
          (socket) => {
            const turn = (at + n) % unusable.length;
            for (const value of [...unusable.slice(turn), ...unusable.slice(0, turn)])
              if (socket.isOpen) socket.send({ ...command(cast, name), [field]: value });
          },
      ),
    );
    await hurtsNobody(cast, () => sendSocketOfBob(cast), sends);
  },
});

check({
  says: 'A command that is unknown, or belongs on another kind of socket, hurts nobody else.',
  requires: ['dialogues.robustness.unexpected-frame'],
  catches: ['unknown-command-closes-everybody', 'unexpected-frame-poisons-room'],
  async run(cast) {
    const elsewhere = ['fetch_msgs', 'fetch_grp_msgs', ...groupCommands];
    const sends = ['', 'dance', '__proto__', 'constructor', ...elsewhere].map(
      (name): Send =>
        (socket) =>
          socket.send(command(cast, name)),
    );
    await hurtsNobody(cast, () => sendSocketOfBob(cast), sends);
  },
});

const poisons: { slug: string; what: string; catches: string[]; sends(cast: Cast): Send[] }[] = [
  {
    slug: 'malformed-frame',
    what: 'A frame that is not JSON',
    catches: ['malformed-frame-closes-everybody'],
    sends: () => ['not json', '{"', '', '\u0001'].map((text) => (socket) => socket.sendRaw(text)),
  },
  {
    slug: 'unexpected-frame',
    what: 'A frame of another form',
    catches: ['unexpected-frame-poisons-room', 'unknown-command-closes-everybody'],
    sends: (cast) =>
      [
        null,
        7,
        [],
        {},
        'text',
        command(cast, 'dance'),
        command(cast, 'msg_received'),
        { ...command(cast, 'fetch_msgs'), msg_to: undefined },
        { ...command(cast, 'fetch_msgs'), msg_to: { a: 1 }, sent_timestamp: 7 },
      ].map((frame) => (socket) => socket.send(frame)),
  },
  {
    slug: 'binary-frame',
    what: 'A binary frame',
    catches: ['binary-frame-closes-everybody'],
    sends: () => [(socket) => socket.sendBinary(Uint8Array.from({ length: 64 }, (_, at) => (at * 37) % 256))],
  },
  {
    slug: 'huge-frame',
    what: 'A frame of one megabyte',
    catches: ['huge-frame-stops-the-room'],
    sends: () => [(socket) => socket.send({ padding: 'x'.repeat(1_000_000) })],
  },
];

for (const { slug, what, catches, sends } of poisons) {
  check({
    says: `${what} on a receive socket hurts nobody else.`,
    requires: [`dialogues.robustness.${slug}`],
    catches,
    run: (cast) => hurtsNobody(cast, () => cast.knockInbox(cast.bob), sends(cast)),
  });
}

check({
  says: 'After a message to oneself, to nobody, or without text, everything works as before.',
  requires: ['dialogues.robustness.odd-message'],
  catches: ['message-to-oneself-poisons', 'empty-text-poisons'],
  async run(cast) {
    const { alice, bob } = cast;
    await given('Two people do not hear each other', () => everythingWorks(cast));
    const odd: [{ phone: string }, string][] = [
      [bob, cast.world.text()],
      [{ phone: '0000000000' }, cast.world.text()],
      [alice, ''],
    ];
    for (const [to, text] of odd) {
      const { socket } = await cast.knockChat(bob, to);
      if (socket.isOpen) socket.send({ ...command(cast, toPeople.say, text), msg_to: to.phone });
      await socket.leave();
    }
    await everythingWorks(cast);
  },
});
