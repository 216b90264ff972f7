// The same words twice are two messages: one can be edited or deleted, and the other stays as it is.
import { expectStatus, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import type { Id } from '../kit/people.ts';
import { type Cast, check } from './driver.ts';
import { itemOf } from './unchanged.ts';

/** Alice says the same twice, and then bob says it as well. */
async function saidAgain(cast: Cast): Promise<{ room: Id; text: string; ids: readonly [Id, Id, Id] }> {
  const { a, b, room } = await cast.together();
  const text = cast.world.text();
  for (const from of [a, a, b]) {
    const since = [a.mark, b.mark];
    from.say(text);
    await given('The same words did not arrive again', () =>
      Promise.all(
        [a, b].map((seat, at) => seat.hears('chatMessage', { message: { text } }, { since: since[at] ?? 0 })),
      ),
    );
  }
  const [third, second, first] = (await cast.history(cast.bob, room))
    .filter((item) => item.text === text)
    .map(({ message_id }) => message_id);
  expectTrue(
    isId(first) && isId(second) && isId(third),
    'a message is not in the history because another one has the same text',
    {
      expected: 'three messages with the same text',
      received: `${[third, second, first].filter(isId).length} of them`,
    },
  );
  if (!isId(first) || !isId(second) || !isId(third)) throw new Unmet('The history shows no ids.');
  return { room, text, ids: [first, second, third] };
}

const isId = (value: unknown): value is Id => typeof value === 'number' || typeof value === 'string';

check({
  says: 'What was said three times in the same words is in the history three times.',
  requires: ['receipts.history.holds-every-message'],
  catches: ['history-shows-same-words-once'],
  async run(cast) {
    await saidAgain(cast);
  },
});

check({
  says: 'An edit leaves the messages with the same text as they are.',
  requires: ['receipts.edit.changes-nothing-else'],
  catches: ['edit-changes-the-same-words'],
  async run(cast) {
    const { room, text, ids } = await given('There are not three messages', () => saidAgain(cast));
    const [first, second, third] = ids;
    await given('The edit was refused', async () =>
      expectStatus(await cast.edit(cast.alice, second, { text: cast.world.text() }), [200]),
    );
    await expectThere(cast, room, { text, ids: [first, third] });
  },
});

check({
  says: 'A deletion leaves the messages with the same text as they are.',
  requires: ['receipts.delete.leaves-the-others'],
  catches: ['delete-takes-the-same-words'],
  async run(cast) {
    const { room, text, ids } = await given('There are not three messages', () => saidAgain(cast));
    const [first, second, third] = ids;
    await given('The deletion was refused', async () =>
      expectStatus(await cast.remove(cast.alice, second), [200, 204]),
    );
    await expectThere(cast, room, { text, ids: [first, third] });
  },
});

async function expectThere(
  cast: Cast,
  room: Id,
  { text, ids }: { text: string; ids: readonly Id[] },
): Promise<void> {
  const items = await cast.history(cast.bob, room);
  for (const id of ids) {
    const shown = itemOf(items, id)?.text;
    expectTrue(shown === text, 'another message with the same text has changed, too', {
      expected: `message ${id} as it was`,
      received: shown === undefined ? 'it is not there' : String(shown),
    });
  }
}
