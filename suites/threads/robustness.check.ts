import { randomUUID } from 'node:crypto';
import { expectNoCrash, expectOpen, expectStatus } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { picture } from '../kit/picture.ts';
import type { Cast } from './cast.ts';
import { check } from './driver.ts';
import type { Seat } from './seat.ts';

/** The threads, messages and sockets of alice, bob and carol. */
async function everythingWorks(cast: Cast): Promise<void> {
  const { enter, getThreads, getMessages, alice, bob, carol, world } = cast;
  const [a, b, c] = [await enter(alice), await enter(bob), await enter(carol)];
  for (const [from, to, whom] of [
    [a, b, bob],
    [b, a, alice],
    [c, a, alice],
    [a, c, carol],
  ] as const) {
    expectOpen(from);
    const text = world.text();
    from.write(whom.id ?? '', text);
    await to.hears('reMessage', { message_body: text });
  }
  for (const [one, other] of [
    [alice, bob],
    [bob, alice],
    [carol, alice],
  ] as const) {
    expectStatus(await getThreads(one), [200]);
    expectStatus(await getMessages(one, other.id), [200]);
  }
}

/** Bob may be disconnected for what he sends; alice, who was there before, may not. */
async function survives(cast: Cast, frames: readonly unknown[]): Promise<void> {
  const { together, alice, world } = cast;
  await given('Not even an ordinary exchange works', () => everythingWorks(cast));
  const { a, b } = await together();
  for (const frame of frames) {
    if (!b.isOpen) break;
    b.send(frame);
  }
  // What bob says last comes after what his frames have caused.
  const last = world.text();
  if (b.isOpen) b.write(alice.id ?? '', last);
  await Promise.race([a.gone(), b.gone(), heardBy(a, last)]);
  world.observe('After an odd frame', b.isOpen ? 'its sender stays connected' : 'its sender is disconnected');
  expectOpen(a);
  await everythingWorks(cast);
  expectOpen(a);
}

function heardBy(seat: Seat, text: string): Promise<unknown> {
  return seat.until(() => seat.all('reMessage', { message_body: text })[0]);
}

const toWhom = (receiver_id: unknown, text: string): unknown => ({
  action: 'chat_message',
  message_body: text,
  ...(receiver_id === undefined ? {} : { receiver_id }),
});

check({
  says: 'A message to an id that nobody has does no harm.',
  requires: ['threads.robustness.unknown-receiver'],
  catches: ['unknown-receiver-breaks-threads'],
  run: (cast) =>
    survives(
      cast,
      [randomUUID(), '00000000-0000-0000-0000-000000000000'].map((id) => toWhom(id, cast.world.text())),
    ),
});

check({
  says: 'A message to something that is no id, or to nobody, does no harm.',
  requires: ['threads.robustness.malformed-receiver'],
  catches: ['malformed-receiver-breaks-messages', 'malformed-receiver-closes-everybody'],
  run: (cast) =>
    survives(
      cast,
      ['not-a-uuid', '', undefined, null, 7, {}, [cast.alice.id], 'x'.repeat(5_000)].map((id) =>
        toWhom(id, cast.world.text()),
      ),
    ),
});

check({
  says: 'A message to oneself does no harm.',
  requires: ['threads.robustness.writing-to-oneself'],
  catches: ['writing-to-oneself-breaks-threads'],
  run: (cast) => survives(cast, [toWhom(cast.bob.id, cast.world.text())]),
});

check({
  says: 'A message without a text does no harm.',
  requires: ['threads.robustness.message-without-text'],
  catches: ['message-without-text-breaks-messages'],
  async run(cast) {
    const receiver_id = cast.alice.id;
    await survives(cast, [
      { action: 'chat_message', message_body: '', receiver_id },
      { action: 'chat_message', receiver_id },
    ]);
  },
});

check({
  says: 'An odd announcement does no harm.',
  requires: ['threads.robustness.odd-announcement'],
  catches: ['odd-announcement-closes-everybody'],
  async run(cast) {
    const { a, b } = await cast.together();
    const { id } = await cast.message(b, a);
    await survives(
      cast,
      ['2000000011', '-1', 'abc', '', null, {}, '9'.repeat(40), String(id), id, undefined].map((chat_id) => ({
        action: 'chat_message_file',
        message_body: cast.world.text(),
        chat_id,
      })),
    );
  },
});

check({
  says: 'An upload in a wrong form is not answered with a crash, and does no harm.',
  requires: ['threads.robustness.bad-upload'],
  catches: ['crashes-on-bad-upload', 'crashes-on-a-file-that-is-text', 'upload-for-nobody-breaks-threads'],
  async run(cast) {
    const { upload, uploadOdd, uploaded, alice, bob, world } = cast;
    const receiver = String(bob.id);
    for (const fields of [
      { receiver: randomUUID(), message: world.text() },
      { receiver: 'not-a-uuid', message: world.text() },
      { receiver: '', message: world.text() },
      { message: world.text() },
      { receiver },
      { receiver: String(alice.id), message: world.text() },
    ])
      expectNoCrash(await upload(alice, { fields: { ...fields } }));
    expectNoCrash(
      await upload(alice, { fields: { receiver, message: world.text() }, bytes: Buffer.alloc(0) }),
    );
    const boundary = 'chatproof-boundary';
    const part = `--${boundary}\r\ncontent-disposition: form-data; name="receiver"\r\n\r\n${receiver}\r\n`;
    for (const [body, type] of [
      [{ receiver, message: world.text() }, 'application/json'],
      [
        { receiver, message: world.text(), attached_file: picture('text').toString('base64') },
        'application/json',
      ],
      ['{"receiver": ', 'application/json'],
      [`receiver=${receiver}&message=text`, 'application/x-www-form-urlencoded'],
      [part, `multipart/form-data; boundary=${boundary}`],
      [`${part}--${boundary}--\r\n`, `multipart/form-data; boundary=${boundary}`],
      [
        `${part}${part.replace('"receiver"', '"attached_file"')}--${boundary}--\r\n`,
        `multipart/form-data; boundary=${boundary}`,
      ],
      ['no form at all', 'multipart/form-data'],
      ['plain', 'text/plain'],
    ] as const)
      expectNoCrash(await uploadOdd(alice, body, type));
    await given('A proper upload is refused', () => uploaded(alice, bob));
    await everythingWorks(cast);
  },
});
