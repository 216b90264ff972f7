import { commonCheck } from '../kit/check.ts';
import { expectTrue } from '../kit/expect.ts';
import { Failure, given } from '../kit/failure.ts';
import type { Party, Verbs } from '../kit/verbs.ts';
import { fenced, fencedAnew } from './fenced.ts';

async function both(verbs: Verbs): Promise<[Party, Party]> {
  return Promise.all([verbs.join('alice'), verbs.join('bob')]);
}

commonCheck({
  says: 'A message arrives once, not twice.',
  requires: ['delivery.exactly-once'],
  catches: ['deliver-twice'],
  needs: (verbs) => verbs,
  async run(verbs) {
    const [a, b] = await both(verbs);
    const text = verbs.world.text();
    a.say(text);
    await given('The message did not arrive', () => b.hear(text));
    await fenced(a, b, verbs.world.text());
    const count = b.heard(text).length;
    expectTrue(count === 1, `bob heard the message ${count} times`, {
      expected: 'bob hears the message once',
      received: `${count} times`,
    });
  },
});

commonCheck({
  says: 'What is said twice in the same words arrives twice.',
  requires: [
    'delivery.reaches-the-other-member',
    'delivery.reaches-the-other',
    'delivery.reaches-receiver',
    'delivery.reaches-the-receiver',
  ],
  catches: ['drops-repeated-texts'],
  needs: (verbs) => verbs,
  async run(verbs) {
    const [a, b] = await both(verbs);
    const text = verbs.world.text();
    a.say(text);
    await given('The message did not arrive', () => b.hear(text));
    a.say(text);
    const isTwice = await b.ear.until(() => (b.heard(text).length > 1 ? true : undefined));
    expectTrue(isTwice === true, 'the second of two messages with the same text did not arrive', {
      expected: 'bob hears both',
      received: 'the first one only',
    });
  },
});

commonCheck({
  says: 'A message arrives once on each socket of somebody who came back with two.',
  requires: ['delivery.exactly-once'],
  catches: ['delivers-twice-after-reconnecting', 'delivers-twice-to-the-second-socket'],
  needs: (verbs) => verbs,
  async run(verbs) {
    const [a, before] = await both(verbs);
    await Promise.all([before.out.leave(), before.ear.leave()]);
    const seats = [await verbs.join('bob'), await verbs.join('bob')];
    const text = verbs.world.text();
    a.say(text);
    for (const b of seats) {
      await given('The message did not arrive', () => b.hear(text));
      await fenced(a, b, verbs.world.text());
    }
    for (const [at, b] of seats.entries()) {
      const count = b.heard(text).length;
      expectTrue(count === 1, `socket ${at + 1} of bob heard the message ${count} times`, {
        expected: 'each socket of bob hears the message once',
        received: `${count} times`,
      });
    }
  },
});

commonCheck({
  says: 'Messages arrive in the order in which they were sent.',
  requires: ['delivery.in-the-order-sent'],
  catches: ['swaps-neighbours'],
  needs: (verbs) => verbs,
  async run(verbs) {
    const [a, b] = await both(verbs);
    const texts = Array.from({ length: 12 }, () => verbs.world.text());
    for (const text of texts) a.say(text);
    const places = await given('A message did not arrive', () =>
      Promise.all(texts.map(async (text) => (await b.hear(text)).at)),
    );
    const wrong = places.findIndex((place, n) => n > 0 && place < (places[n - 1] ?? 0));
    if (wrong === -1) return;
    throw new Failure({
      expected: 'twelve messages in the order in which alice sent them',
      received: `message ${wrong + 1} came before message ${wrong}`,
      because: 'a message overtook one that was sent before it',
    });
  },
});

commonCheck({
  says: 'A frame that claims another author does not get one.',
  requires: ['delivery.author-comes-from-the-token', 'delivery.author-comes-from-the-address'],
  catches: ['author-from-frame'],
  needs: ({ forge, isAuthor }) =>
    forge === undefined || isAuthor === undefined ? undefined : { forge, isAuthor },
  async run({ forge, isAuthor }, verbs) {
    const [a, b] = await both(verbs);
    const text = verbs.world.text();
    a.out.send(forge(text));
    // A server may also refuse such a frame; then nothing arrives, and the fence shows that.
    await fencedAnew(verbs, a, b, verbs.world.text());
    for (const heard of b.heard(text)) {
      expectTrue(isAuthor(heard, 'alice'), 'the message carries the author that the frame claimed', {
        expected: 'alice as the author, whose socket it came from',
        received: heard.entry.what,
        entry: heard.entry,
      });
    }
  },
});
