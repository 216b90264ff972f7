// Actions that cannot be carried out: answered by an error frame or by nothing.
import { expectTrue } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { heardNothing } from '../kit/fence.ts';
import type { Cast, Message } from './cast.ts';
import { check } from './driver.ts';
import type { Seat } from './seat.ts';

const unknown = 2_000_000_011;

/** What bob asks for and is not to get; the message is alice's. */
const attempts: { what: string; ask(b: Seat, own: Message, text: string): void }[] = [
  { what: "an edit of somebody else's message", ask: (b, { id }, text) => b.edit(id, text) },
  { what: "a deletion of somebody else's message", ask: (b, { id }) => b.remove(id) },
  { what: 'an edit of a message that does not exist', ask: (b, _, text) => b.edit(unknown, text) },
  { what: 'a deletion of a message that does not exist', ask: (b) => b.remove(unknown) },
];

async function failing(cast: Cast, each: (a: Seat, b: Seat, what: string) => Promise<void>): Promise<void> {
  for (const { what, ask } of attempts) {
    const { a, b } = await cast.together();
    const own = await cast.message(a, a, b);
    ask(b, own, cast.world.text());
    await each(a, b, what);
    await Promise.all([a.leave(), b.leave()]);
  }
}

check({
  says: 'An error frame says what went wrong.',
  requires: ['actions.errors.frame-shape'],
  catches: ['error-without-message', 'error-message-is-an-object'],
  run: (cast) =>
    failing(cast, async (a, b, what) => {
      await cast.processed(b, a);
      await cast.processed(b, b);
      cast.world.observe(`What answers ${what}`, b.all('refusal').length > 0 ? 'an error frame' : 'nothing');
    }),
});

check({
  says: 'An error frame goes to nobody but the person whose action could not be carried out.',
  requires: ['actions.errors.requester-only'],
  catches: ['errors-go-to-the-room'],
  run: (cast) =>
    failing(cast, async (a, b, what) => {
      await cast.processed(b, a);
      await cast.fence(a, a);
      heardNothing(a, { name: 'refusal', what: `an error about ${what} of bob's` });
    }),
});

check({
  says: 'Somebody whose action could not be carried out can go on with the same socket.',
  requires: ['actions.errors.socket-goes-on'],
  catches: ['refused-action-closes-the-socket', 'refused-action-deafens-the-socket'],
  run: (cast) =>
    failing(cast, async (a, b, what) => {
      await goesOn(cast, a, b, what);
    }),
});

check({
  says: 'Somebody who sends an unknown action can go on with the same socket, and nobody is hurt.',
  requires: ['actions.robustness.unknown-action'],
  catches: ['unknown-action-closes-the-socket', 'unknown-action-closes-everybody'],
  async run(cast) {
    const { a, b } = await cast.together();
    await cast.message(a, a, b);
    for (const action of ['dance', '', 'SEND', '__proto__', 'constructor'])
      b.send({ action, message: cast.world.text(), message_id: unknown });
    await goesOn(cast, a, b, 'an unknown action');
  },
});

/** Bob says something on his old socket, and hears what alice says; also after a while, for a server that is slow to close. */
async function goesOn({ world, enter, alice, room }: Cast, a: Seat, b: Seat, what: string): Promise<void> {
  for (const [from, to, pauses] of [
    [b, a, true],
    [a, b, true],
    [b, a, false],
    [a, b, false],
  ] as const) {
    for (const seat of [a, b])
      expectTrue(seat.isOpen, `the socket of ${seat.who} is closed after ${what}`, {
        expected: 'both sockets stay open',
        received: seat.closing?.entry.what ?? 'closed',
      });
    const text = world.text();
    from.say(text);
    await to.hears('chatMessage', { message: { text } });
    if (pauses) await given('Somebody else could not enter', () => enter(alice, room()));
  }
}
