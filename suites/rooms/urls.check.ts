import { expectEqual, expectMatch, expectTrue } from '../kit/expect.ts';
import { type Judge, show } from '../kit/match.ts';
import { isSuccess } from './answers.ts';
import { check } from './driver.ts';
import { expectRefused, sentFileWithId, wantsRefreshing } from './files.ts';

const isTrueOrFalse: Judge = (value) =>
  typeof value === 'boolean' || `is ${show(value)}, neither true nor false`;

check({
  says: 'Checking the URL of a file answers whether it wants refreshing.',
  requires: ['rooms.media.check-answer-shape'],
  catches: ['check-answers-a-word', 'check-answers-404', 'check-answers-without-field'],
  async run(cast) {
    const { id } = await sentFileWithId(cast);
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
  catches: ['urls-always-want-refreshing', 'urls-want-refreshing-for-the-receiver'],
  async run(cast) {
    const { id } = await sentFileWithId(cast);
    for (const one of [cast.alice, cast.bob])
      expectEqual(`The refresh_url for ${one.who}`, await wantsRefreshing(cast, id, one), false);
    const reply = await cast.refreshUrl(cast.alice, { message_id: id });
    cast.world.observe('Refreshing a URL in development mode', `answered with ${reply.status}`);
  },
});

check({
  says: 'Checking a URL without a message_id is refused.',
  requires: ['rooms.media.check-needs-message-id'],
  catches: ['check-without-message-answers-200'],
  async run(cast) {
    const { id } = await sentFileWithId(cast);
    await wantsRefreshing(cast, id);
    expectRefused(await cast.checkUrl(cast.alice, {}));
  },
});
