import { commonCheck } from '../kit/check.ts';
import type { Party, Verbs } from '../kit/verbs.ts';
import { hurtsNobodyElse, spoilsNothing } from './poison.ts';

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
    send({ out }, { unexpected = [] }) {
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
        ...unexpected.map((frame) => JSON.stringify(frame)),
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
    run: (verbs) => hurtsNobodyElse(verbs, says, (bob) => send(bob, verbs)),
  });
}

const next = 'The message right after a frame that is not JSON arrives, unless its socket ends.';
commonCheck({
  says: next,
  requires: ['robustness.malformed-frame'],
  catches: ['message-after-garbage-is-lost'],
  needs: (verbs) => verbs,
  run: (verbs) => spoilsNothing(verbs, next, 'not json'),
});
