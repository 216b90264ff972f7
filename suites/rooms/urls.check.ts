import { eventually } from '../kit/eventually.ts';
import { expectEqual, expectMatch, expectTrue } from '../kit/expect.ts';
import { given, Unmet } from '../kit/failure.ts';
import type { Reply } from '../kit/http.ts';
import { type Judge, show } from '../kit/match.ts';
import { field, isSuccess } from './answers.ts';
import type { Cast } from './cast.ts';
import { check } from './driver.ts';
import type { Upload } from './requests.ts';

/** Alice has sent bob a file, and this is the id of the message. */
async function sentFile(cast: Cast): Promise<{ upload: Upload; id: unknown }> {
  const { together, uploaded, stored, alice, bob, world } = cast;
  const { a, b } = await together();
  const upload = await uploaded(alice);
  const text = world.text();
  a.say(text, upload.fields);
  await given('A message with a file did not arrive', () => b.hears('chatMessage', { message: text }));
  const { id } = await stored(alice, bob, text);
  if (id === undefined) throw new Unmet('The message has no id to ask with.');
  return { upload, id };
}

/** What checking the URL answers. */
async function wantsRefreshing({ checkUrl, alice }: Cast, id: unknown): Promise<boolean> {
  const reply = await checkUrl(alice, { message_id: id });
  if (!isSuccess(reply))
    throw new Unmet(`Checking the URL was answered with ${reply.problem ?? reply.status}.`);
  const answer = field(reply.body, 'refresh_url');
  if (typeof answer === 'boolean') return answer;
  throw new Unmet(`Checking the URL answered ${show(answer)}, neither true nor false.`);
}

/** The file's first URL works no more. */
async function outlived(cast: Cast, { location }: Upload): Promise<void> {
  const { getFile, alice, world } = cast;
  if (!isSuccess(await getFile(alice, location))) throw new Unmet('The file is not served at its URL.');
  const over = await eventually(world, async () =>
    (await getFile(alice, location)).status >= 400 ? true : undefined,
  );
  if (over !== true) throw new Unmet('The URL of the file does not expire while it is waited for.');
}

function expectBytes(reply: Reply, { bytes }: Upload): void {
  const same = reply.status === 200 && reply.bytes.equals(bytes);
  const got =
    reply.status === 200 ? `${reply.bytes.length} bytes` : (reply.problem ?? `HTTP ${reply.status}`);
  expectTrue(same, reply.status === 200 ? 'the file has other bytes' : `the file is not served: ${got}`, {
    expected: `the ${bytes.length} bytes that were uploaded`,
    received: got,
    entry: reply.entry,
  });
}

const isTrueOrFalse: Judge = (value) =>
  typeof value === 'boolean' || `is ${show(value)}, neither true nor false`;

check({
  says: 'Checking the URL of a file answers whether it wants refreshing.',
  requires: ['rooms.media.check-answer-shape'],
  catches: ['check-answers-a-word', 'check-answers-404', 'check-answers-without-field'],
  async run(cast) {
    const { id } = await sentFile(cast);
    for (const one of [cast.alice, cast.bob]) {
      const reply = await cast.checkUrl(one, { message_id: id });
      expectTrue(isSuccess(reply), `checking the URL was answered with ${reply.problem ?? reply.status}`, {
        expected: 'an answer with refresh_url',
        received: reply.problem ?? `HTTP ${reply.status}`,
        entry: reply.entry,
      });
      expectMatch('The answer', reply.body, { refresh_url: isTrueOrFalse }, reply);
    }
  },
});

check({
  says: 'In development mode no URL wants refreshing.',
  requires: ['rooms.media.check-in-development'],
  catches: ['urls-always-want-refreshing'],
  async run(cast) {
    const { id } = await sentFile(cast);
    expectEqual('The refresh_url', await wantsRefreshing(cast, id), false);
    const reply = await cast.refreshUrl(cast.alice, { message_id: id });
    cast.world.observe('Refreshing a URL in development mode', `answered with ${reply.status}`);
  },
});

check({
  says: 'In production mode the answer to an upload says when its URL expires.',
  requires: ['rooms.media.production-expires'],
  catches: ['production-files-never-expire'],
  async run({ uploaded, alice }) {
    const { expires, reply } = await uploaded(alice);
    expectTrue(typeof expires === 'string', `the expiration_time is ${show(expires)}`, {
      expected: 'an expiration_time that is a string',
      received: show(expires),
      entry: reply.entry,
    });
  },
});

check({
  says: 'In production mode the URL of an upload gives back its own bytes.',
  requires: ['rooms.media.production-serves-the-file'],
  catches: ['media-is-cut', 'media-is-not-served', 'files-of-one-name-overwrite-each-other'],
  async run({ uploaded, getFile, alice, world }) {
    const name = `${world.text().replaceAll(' ', '-')}.png`;
    const uploads = [await uploaded(alice, name), await uploaded(alice, name)];
    for (const upload of uploads) expectBytes(await getFile(alice, upload.location), upload);
  },
});

check({
  says: 'In production mode a URL does not want refreshing while it works.',
  requires: ['rooms.media.check-while-valid'],
  catches: ['valid-urls-want-refreshing'],
  async run(cast) {
    const { upload, id } = await sentFile(cast);
    const answer = await wantsRefreshing(cast, id);
    // Whether it still worked when it was checked is known afterwards.
    if (!isSuccess(await cast.getFile(cast.alice, upload.location)))
      throw new Unmet('The URL of the file had expired before it could be checked.');
    expectEqual('The refresh_url', answer, false);
  },
});

check({
  says: 'In production mode a URL wants refreshing once it has expired.',
  requires: ['rooms.media.check-once-expired'],
  catches: ['urls-never-want-refreshing'],
  async run(cast) {
    const { upload, id } = await sentFile(cast);
    await outlived(cast, upload);
    let last: unknown;
    await eventually(cast.world, async () => {
      last = await wantsRefreshing(cast, id);
      return last === true ? true : undefined;
    });
    expectEqual('The refresh_url', last, true);
  },
});

check({
  says: 'Checking a URL without a message_id is refused.',
  requires: ['rooms.media.check-needs-message-id'],
  catches: ['check-without-message-answers-200'],
  async run(cast) {
    const { id } = await sentFile(cast);
    await wantsRefreshing(cast, id);
    expectRefused(await cast.checkUrl(cast.alice, {}));
  },
});

check({
  says: 'In production mode refreshing a URL without a message_id is refused.',
  requires: ['rooms.media.refresh-needs-message-id'],
  catches: ['refresh-without-message-answers-200'],
  async run(cast) {
    const { id } = await sentFile(cast);
    const twin = await cast.refreshUrl(cast.alice, { message_id: id });
    if (!isSuccess(twin))
      throw new Unmet(`Refreshing with one was answered with ${twin.problem ?? twin.status}.`);
    expectRefused(await cast.refreshUrl(cast.alice, {}));
  },
});

function expectRefused(reply: Reply): void {
  expectTrue(
    reply.status >= 400 && reply.status < 500,
    `the request without message_id was answered with ${reply.problem ?? reply.status}`,
    { expected: 'an answer of 4xx', received: reply.problem ?? `HTTP ${reply.status}`, entry: reply.entry },
  );
}

/** The URL that refreshing answers. */
async function refreshed({ refreshUrl, alice }: Cast, id: unknown): Promise<string> {
  const reply = await refreshUrl(alice, { message_id: id });
  const location = field(reply.body, 'file_location');
  if (isSuccess(reply) && typeof location === 'string' && location !== '') return location;
  throw new Unmet(
    `Refreshing the URL was answered with ${reply.problem ?? reply.status} and no file_location.`,
  );
}

check({
  says: 'In production mode a refreshed URL gives back the bytes of the file.',
  requires: ['rooms.media.refresh-serves-the-file'],
  catches: ['refreshed-url-does-not-work', 'refresh-answers-404'],
  async run(cast) {
    const { refreshUrl, getFile, uploaded, alice, bob } = cast;
    const { upload, id } = await sentFile(cast);
    await uploaded(bob);
    const reply = await refreshUrl(alice, { message_id: id });
    const location = field(reply.body, 'file_location');
    expectTrue(
      isSuccess(reply) && typeof location === 'string' && location !== '',
      `refreshing the URL was answered with ${reply.problem ?? reply.status} and the file_location ${show(location)}`,
      {
        expected: 'an answer with a file_location',
        received: reply.problem ?? `HTTP ${reply.status} ${show(reply.body)}`,
        entry: reply.entry,
      },
    );
    expectBytes(await getFile(alice, location), upload);
  },
});

check({
  says: 'In production mode an expired URL that was refreshed works, and does not want refreshing again.',
  requires: ['rooms.media.refresh-revives-an-expired-url', 'rooms.media.refresh-is-lasting'],
  catches: ['refresh-is-forgotten', 'refresh-gives-the-old-url'],
  async run(cast) {
    const { upload, id } = await sentFile(cast);
    await outlived(cast, upload);
    await eventually(cast.world, async () => ((await wantsRefreshing(cast, id)) === true ? true : undefined));
    const location = await refreshed(cast, id);
    const answer = await wantsRefreshing(cast, id);
    const reply = await cast.getFile(cast.alice, location);
    if (!isSuccess(reply) && answer !== false)
      throw new Unmet('The refreshed URL had expired before it could be checked.');
    expectBytes(reply, upload);
    expectEqual('The refresh_url', answer, false, { requirement: 'rooms.media.refresh-is-lasting' });
  },
});
