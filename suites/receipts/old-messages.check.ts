// Messages that are older than what the history shows.
import { expectMatch, expectStatus } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { sameId } from '../kit/match.ts';
import { check } from './driver.ts';
import { itemOf } from './unchanged.ts';

const shown = 50;

check({
  says: 'A message that is too old for the history is edited like any other, and comes back with its new text.',
  requires: ['receipts.edit.announced-to-the-room', 'receipts.edit.stored'],
  catches: ['edit-not-announced', 'edit-not-stored'],
  async run(cast) {
    const { world, alice, bob } = cast;
    const { a, b, room } = await cast.together();
    const old = await cast.message(a, a, b);
    const later = Array.from({ length: shown }, () => world.text());
    for (const text of later) a.say(text);
    const newest = await cast.message(a, a, b);
    const text = world.text();
    await given('The edit of an old message was refused', async () =>
      expectStatus(await cast.edit(alice, old.id, { text }), [200]),
    );
    for (const seat of [a, b])
      await seat.hears(
        'edited',
        { message_id: sameId(old.id), text },
        { requirement: 'receipts.edit.announced-to-the-room' },
      );
    const items = await cast.history(alice, room);
    for (const id of [
      newest.id,
      ...items
        .flatMap((item) => (later.includes(String(item.text)) ? [String(item.message_id)] : []))
        .slice(0, 2),
    ])
      await given('A deletion was refused', async () =>
        expectStatus(await cast.remove(alice, id), [200, 204]),
      );
    expectMatch(
      'The item',
      itemOf(await cast.history(bob, room), old.id),
      { text },
      { requirement: 'receipts.edit.stored' },
    );
  },
});
