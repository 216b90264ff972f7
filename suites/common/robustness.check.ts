import { commonCheck } from '../kit/check.ts';
import { Failure, given } from '../kit/failure.ts';
import type { Party, Verbs } from '../kit/verbs.ts';
import { fenced } from './fenced.ts';

/** What bob sends; the sender may be closed for it, everybody else is served as before. */
const poisons: { slug: string; says: string; catches: string[]; send(bob: Party, verbs: Verbs): void }[] = [
  {
    slug: 'malformed-frame',
    says: 'A frame that is not JSON hurts nobody else.',
    catches: ['malformed-frame-closes-everybody'],
    send({ out }) {
      for (const text of ['not json', '{"', '', '{"message": "cut off', '\u0001'])
        if (out.isOpen) out.sendRaw(text);
    },
  },
  {
    slug: 'unexpected-frame',
    says: 'A frame of another JSON type or without its fields hurts nobody else.',
    catches: ['unexpected-frame-poisons-room'],
    send({ out }) {
      const deep = `${'['.repeat(200)}${']'.repeat(200)}`;
      for (const text of [
        'null',
        '7',
        '[]',
        '"text"',
        '{}',
        '[{}]',
        '{"unknown": true}',
        '{"type": 5, "action": [], "command": null, "message": {"a": 1}}',
        deep,
      ])
        if (out.isOpen) out.sendRaw(text);
    },
  },
  {
    slug: 'binary-frame',
    says: 'A binary frame hurts nobody else.',
    catches: ['binary-frame-closes-everybody'],
    send({ out }) {
      out.sendBinary(Uint8Array.from({ length: 64 }, (_, at) => (at * 37) % 256));
    },
  },
  {
    slug: 'huge-frame',
    says: 'A frame of one megabyte hurts nobody else.',
    catches: ['huge-frame-stops-the-room'],
    send({ out }) {
      out.sendRaw(JSON.stringify({ padding: 'x'.repeat(1_000_000) }));
    },
  },
];

for (const { slug, says, catches, send } of poisons) {
  commonCheck({
    says,
    requires: [`robustness.${slug}`],
    catches,
    needs: (verbs) => verbs,
    async run(verbs) {
      const { world } = verbs;
      const [a, b] = await Promise.all([verbs.join('alice'), verbs.join('bob')]);
      await given('An ordinary message did not arrive', () => fenced(a, b, world.text()));
      send(b, verbs);
      // A request of bob's own connection comes after the poison; when he was closed for it, that is an answer, too.
      const after = world.text();
      if (b.out.isOpen) b.say(after);
      await Promise.race([a.ear.gone(), b.out.gone(), a.hear(after).catch(() => undefined)]);
      world.observe(says, b.out.isOpen ? 'the sender stays connected' : 'the sender is disconnected');
      if (!a.ear.isOpen)
        throw new Failure({
          expected: "alice's socket stays open",
          received: a.ear.closing?.entry.what ?? 'closed',
          because: `alice's socket ended after a frame of bob's: ${a.ear.closing?.entry.what ?? 'closed'}`,
        });
      const again = await verbs.join('bob');
      await works(a, again, verbs);
      await works(again, a, verbs);
    },
  });
}

/** One of three messages arrives: a server that loses some is another requirement's business. */
async function works(from: Party, to: Party, { world }: Verbs): Promise<void> {
  const texts = [world.text(), world.text(), world.text()];
  for (const text of texts) from.say(text);
  const arrived = await to.ear.until(() => texts.find((text) => to.heard(text).length > 0));
  if (arrived !== undefined) return;
  throw new Failure({
    expected: `${to.who} hears what ${from.who} says afterwards`,
    received: to.ear.closing?.entry.what ?? 'nothing',
    because: `after the frame, nothing that ${from.who} says reaches ${to.who}`,
  });
}
