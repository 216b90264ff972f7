import { expectMatch, expectNoCrash, expectStatus, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import { heardNothing, heardOnce } from '../kit/fence.ts';
import { type Judge, sameId, show } from '../kit/match.ts';
import { type Cast, check, type Message } from './driver.ts';
import { expectUnchanged, itemOf } from './unchanged.ts';

const ok = async (what: string, act: () => Promise<void>): Promise<void> => given(what, act);

/** Alice edits her message, and both have heard of it. */
async function edited(
  cast: Cast,
): Promise<
  { message: Message; text: string; room: Awaited<ReturnType<Cast['room']>> } & Pick<
    Awaited<ReturnType<Cast['together']>>,
    'a' | 'b'
  >
> {
  const { a, b, room } = await cast.together();
  const message = await cast.message(a, a, b);
  const text = cast.world.text();
  await ok('The edit was refused', async () =>
    expectStatus(await cast.edit(cast.alice, message.id, { text }), [200]),
  );
  return { a, b, room, message, text };
}

check({
  says: "Editing one's own message answers 200 with the documented body.",
  requires: ['receipts.edit.answers-200', 'receipts.edit.answer-shape', 'receipts.edit.answer-values'],
  catches: ['edit-answers-202', 'edit-answer-empty', 'edit-answer-other-sentence'],
  async run(cast) {
    const { a, b } = await cast.together();
    const message = await cast.message(a, a, b);
    expectStatus(await cast.edit(cast.alice, message.id, { text: cast.world.text() }), [200], {
      requirement: 'receipts.edit.answers-200',
    });
  },
});

check({
  says: 'An edit is announced to both members.',
  requires: ['receipts.edit.announced-to-the-room', 'receipts.edit.frame-shape'],
  catches: ['edit-not-announced', 'edit-announced-with-old-text', 'edited-frame-without-text'],
  async run(cast) {
    const { a, b, message, text } = await edited(cast);
    for (const seat of [a, b])
      await seat.hears(
        'edited',
        { message_id: sameId(message.id), text },
        { requirement: 'receipts.edit.announced-to-the-room' },
      );
  },
});

check({
  says: 'An edit is announced to every socket in the room.',
  requires: ['receipts.edit.announced-to-every-socket'],
  catches: ['edit-announced-to-newest-socket'],
  async run(cast) {
    const { a, b, room } = await cast.together();
    const message = await cast.message(a, a, b);
    // Who comes later knows the message from the history.
    const seats = [a, b, await cast.enter(cast.bob, room), await cast.enter(cast.alice, room)];
    const text = cast.world.text();
    await ok('The edit was refused', async () =>
      expectStatus(await cast.edit(cast.alice, message.id, { text }), [200]),
    );
    await Promise.all(seats.map((seat) => seat.hears('edited', { message_id: sameId(message.id) })));
  },
});

check({
  says: 'A socket hears of an edit once.',
  requires: ['receipts.edit.announced-once'],
  catches: ['edit-announced-twice'],
  async run(cast) {
    const { a, b, message } = await edited(cast);
    await given('The edit was not announced', () => b.hears('edited', { message_id: sameId(message.id) }));
    await cast.fence(a, a, b);
    heardOnce(b, { name: 'edited', pattern: { message_id: sameId(message.id) }, what: 'of the edit' });
  },
});

check({
  says: 'Nobody in another room hears of an edit.',
  requires: ['receipts.edit.announcement-stays-in-the-room'],
  catches: ['edit-leaks-to-other-rooms'],
  async run(cast) {
    const elsewhere = await cast.room(cast.alice, cast.carol);
    const [c, aliceElsewhere] = [
      await cast.enter(cast.carol, elsewhere),
      await cast.enter(cast.alice, elsewhere),
    ];
    const { b, message } = await edited(cast);
    await given('The edit was not announced', () => b.hears('edited', { message_id: sameId(message.id) }));
    await cast.fence(aliceElsewhere, c);
    for (const seat of [c, aliceElsewhere])
      heardNothing(seat, {
        name: 'edited',
        pattern: { message_id: sameId(message.id) },
        what: 'of an edit in another room',
      });
  },
});

check({
  says: 'After an edit the history shows the new text.',
  requires: ['receipts.edit.stored'],
  catches: ['edit-not-stored', 'second-edit-not-stored'],
  async run(cast) {
    const { message, text, room } = await edited(cast);
    const [again, atOnce, last] = [cast.world.text(), cast.world.text(), cast.world.text()];
    // The last two follow each other at once.
    for (const [wanted, edits] of [
      [text, []],
      [again, [again]],
      [last, [atOnce, last]],
    ] as const) {
      for (const edit of edits)
        await ok('Another edit was refused', async () =>
          expectStatus(await cast.edit(cast.alice, message.id, { text: edit }), [200]),
        );
      const item = itemOf(await cast.history(cast.bob, room), message.id);
      if (item === undefined) throw new Unmet('The message is not in the history.');
      expectMatch('The item', item, { text: wanted });
    }
  },
});

/** Whichever of the documented spellings is used for it; what is no time has to stay as it was. */
function sameInstant(was: unknown): Judge {
  return (is) =>
    is === was || Date.parse(String(is)) === Date.parse(String(was))
      ? true
      : `is ${show(is)}, not ${show(was)}`;
}

check({
  says: 'An edit changes nothing but the text and the time of the change.',
  requires: ['receipts.edit.changes-nothing-else'],
  catches: ['edit-moves-created-at', 'edit-changes-neighbour', 'edit-moves-to-the-end'],
  async run(cast) {
    const { a, b, room } = await cast.together();
    const [before, message, after] = [
      await cast.message(a, a, b),
      await cast.message(a, a, b),
      await cast.message(b, a, b),
    ];
    await given('The messages were not marked as read', () =>
      b.hears('read', { message: { message_id: sameId(after.id) } }),
    );
    const earlier = await cast.history(cast.bob, room);
    await ok('The edit was refused', async () =>
      expectStatus(await cast.edit(cast.alice, message.id, { text: cast.world.text() }), [200]),
    );
    const later = await cast.history(cast.bob, room);
    for (const { id } of [before, message, after]) {
      const [was, is] = [itemOf(earlier, id), itemOf(later, id)];
      if (was === undefined) throw new Unmet('A message is not in the history.');
      const { text, sender_email, created_at, message_id } = was;
      expectMatch(id === message.id ? 'The edited message' : 'Another message', is, {
        message_id,
        sender_email,
        created_at: sameInstant(created_at),
        ...(id === message.id ? {} : { text }),
      });
    }
    const own = [after, message, before].map(({ id }) => String(id));
    const order = later.map(({ message_id }) => String(message_id)).filter((id) => own.includes(id));
    expectTrue(order.join() === own.join(), 'the messages stand in another order than before', {
      expected: own.join(', '),
      received: order.join(', '),
    });
  },
});

check({
  says: 'After an edit the updated_at is later than before.',
  requires: ['receipts.edit.moves-updated-at'],
  catches: ['edit-keeps-updated-at'],
  async run(cast) {
    const { a, b, room } = await cast.together();
    const message = await cast.message(a, a, b);
    for (const which of ['first', 'second']) {
      const earlier = itemOf(await cast.history(cast.bob, room), message.id);
      await ok('The edit was refused', async () =>
        expectStatus(await cast.edit(cast.alice, message.id, { text: cast.world.text() }), [200]),
      );
      const later = itemOf(await cast.history(cast.bob, room), message.id);
      const [was, is] = [Date.parse(String(earlier?.updated_at)), Date.parse(String(later?.updated_at))];
      if (Number.isNaN(was) || Number.isNaN(is)) throw new Unmet('The history shows no updated_at.');
      expectTrue(is > was, `the updated_at did not move with the ${which} edit`, {
        expected: `later than ${show(earlier?.updated_at)}`,
        received: show(later?.updated_at),
      });
    }
  },
});

check({
  says: 'An edited text comes back as it was sent.',
  requires: ['receipts.text.edited'],
  catches: ['edit-escapes-html', 'edit-trims-text'],
  async run(cast) {
    const { a, b, room } = await cast.together();
    const message = await cast.message(a, a, b);
    const mark = cast.world.text();
    for (const text of [
      `  <b>${mark}</b> & e\u0301 \u{1F9EA} "quoted" 1+1 %41%20\n `,
      mark + 'x'.repeat(10_000 - mark.length),
    ]) {
      const since = b.mark;
      const { status } = await cast.edit(cast.alice, message.id, { text });
      // A server may refuse a text.
      if (status >= 400 && status < 500) continue;
      const heard = await given('The edit was not announced', () =>
        b.hears('edited', { message_id: sameId(message.id) }, { since }),
      );
      expectMatch('The frame', heard.value, { text }, heard);
      expectMatch('The item', itemOf(await cast.history(cast.bob, room), message.id), { text });
    }
  },
});

check({
  says: 'Editing a message that does not exist is refused.',
  requires: ['receipts.edit.unknown-message'],
  catches: ['edit-unknown-answers-200'],
  async run(cast) {
    await edited(cast);
    expectStatus(await cast.edit(cast.alice, 2_000_000_011, { text: cast.world.text() }), [403, 404]);
  },
});

check({
  says: 'An edit in a wrong form is not answered with a crash, and changes nothing.',
  requires: ['receipts.robustness.bad-edit-request'],
  catches: ['crashes-on-bad-edit', 'bad-edit-empties-the-message'],
  async run(cast) {
    const { a, b, room } = await cast.together();
    const message = await cast.message(a, a, b);
    let carriedOut = false;
    for (const body of [
      '{"text": ',
      '[]',
      '"text"',
      'null',
      {},
      { text: null },
      { text: 7 },
      { text: ['a'] },
    ]) {
      const reply = await cast.edit(cast.alice, message.id, body);
      expectNoCrash(reply);
      carriedOut ||= reply.status < 400;
    }
    for (const id of ['abc', '-1', '1e9', '9'.repeat(40)])
      expectNoCrash(await cast.edit(cast.alice, id, { text: cast.world.text() }));
    await cast.fence(a, a, b);
    heardNothing(b, {
      name: 'edited',
      pattern: { message_id: sameId(message.id), text: message.text },
      what: 'of an edit that has no text',
    });
    if (carriedOut) await survives(cast, room, message);
    else await expectUnchanged(cast, room, message);
  },
});

/** A server may take 7 or null for a text; what it may not do is lose the message. */
async function survives(
  cast: Cast,
  room: Awaited<ReturnType<Cast['room']>>,
  message: Message,
): Promise<void> {
  const item = itemOf(await cast.history(cast.alice, room), message.id);
  if (item !== undefined && typeof item.text === 'string' && item.text !== message.text)
    cast.world.observe('An edit in a wrong form', 'carried out');
  else await expectUnchanged(cast, room, message);
}
