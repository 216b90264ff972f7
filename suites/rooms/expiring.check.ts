import { eventually } from '../kit/eventually.ts';
import { expectEqual, expectTrue } from '../kit/expect.ts';
import { Unmet } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import { field, isSuccess } from './answers.ts';
import type { Cast } from './cast.ts';
import { check } from './driver.ts';
import { expectBytes, expectRefused, sentFileWithId, wantsRefreshing } from './files.ts';
import type { Upload } from './requests.ts';

/** The file's first URL works no more. */
async function outlived(cast: Cast, { location }: Upload): Promise<void> {
  const { getFile, alice, world } = cast;
  if (!isSuccess(await getFile(alice, location))) throw new Unmet('The file is not served at its URL.');
  const over = await eventually(world, async () =>
    (await getFile(alice, location)).status >= 400 ? true : undefined,
  );
  if (over !== true) throw new Unmet('The URL of the file does not expire while it is waited for.');
}

/** A time without a zone is read as UTC. */
function isOver({ expires }: Upload): boolean {
  const zone = /(Z|[+-]\d\d:?\d\d)$/i.test(String(expires)) ? '' : 'Z';
  return Date.parse(`${String(expires)}${zone}`) <= Date.now();
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
    for (const upload of uploads) {
      const reply = await getFile(alice, upload.location);
      if (!isSuccess(reply) && isOver(upload))
        throw new Unmet('The URL of the file had expired before it could be fetched.');
      expectBytes(reply, upload);
    }
  },
});

check({
  says: 'In production mode a URL does not want refreshing while it works.',
  requires: ['rooms.media.check-while-valid'],
  catches: ['valid-urls-want-refreshing', 'valid-urls-want-refreshing-for-the-receiver'],
  async run(cast) {
    const { upload, id } = await sentFileWithId(cast);
    const answers = [await wantsRefreshing(cast, id), await wantsRefreshing(cast, id, cast.bob)];
    // Whether it still worked when it was checked is known afterwards.
    if (!isSuccess(await cast.getFile(cast.alice, upload.location)))
      throw new Unmet('The URL of the file had expired before it could be checked.');
    expectEqual('The refresh_url for alice', answers[0], false);
    expectEqual('The refresh_url for bob', answers[1], false);
  },
});

check({
  says: 'In production mode a URL wants refreshing once it has expired.',
  requires: ['rooms.media.check-once-expired'],
  catches: ['urls-never-want-refreshing'],
  async run(cast) {
    const { upload, id } = await sentFileWithId(cast);
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
  says: 'In production mode refreshing a URL without a message_id is refused.',
  requires: ['rooms.media.refresh-needs-message-id'],
  catches: ['refresh-without-message-answers-200'],
  async run(cast) {
    const { id } = await sentFileWithId(cast);
    const twin = await cast.refreshUrl(cast.alice, { message_id: id });
    if (!isSuccess(twin))
      throw new Unmet(`Refreshing with one was answered with ${twin.problem ?? twin.status}.`);
    expectRefused(await cast.refreshUrl(cast.alice, {}));
  },
});

check({
  says: 'In production mode a refreshed URL gives back the bytes of the file.',
  requires: ['rooms.media.refresh-serves-the-file'],
  catches: ['refreshed-url-does-not-work', 'refresh-answers-404'],
  async run(cast) {
    const { refreshUrl, getFile, uploaded, alice, bob } = cast;
    const { upload, id } = await sentFileWithId(cast);
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
    const { upload, id } = await sentFileWithId(cast);
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
