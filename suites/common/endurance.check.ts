import { commonCheck } from '../kit/check.ts';
import { eventually } from '../kit/eventually.ts';
import { expectTrue } from '../kit/expect.ts';
import { Failure, given, Unmet } from '../kit/failure.ts';
import { halfBegun } from '../kit/half-begun.ts';
import { show } from '../kit/match.ts';
import type { Party, Verbs } from '../kit/verbs.ts';
import { flood } from './flood.ts';
import { expectToStay, hurtsNobodyElse, works } from './poison.ts';

const everything = (verbs: Verbs): Verbs => verbs;

commonCheck({
  says: 'A frame that is nested very deep, or names a key twice, hurts nobody else.',
  requires: ['robustness.deep-frame'],
  catches: ['deep-frame-poisons-its-sender'],
  profile: 'standard',
  needs: everything,
  run: (verbs) =>
    hurtsNobodyElse(verbs, 'A frame that is nested very deep', async ({ out }) => {
      const { framesOf } = await import('./frames.ts');
      const deep = 50_000;
      const texts = [
        '['.repeat(deep) + ']'.repeat(deep),
        `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`,
        '['.repeat(deep),
        ...framesOf(verbs, out.channel).map(({ example }) => twice(example)),
      ];
      for (const text of texts) if (out.isOpen) out.sendRaw(text);
    }),
});

/** The frame with every key named twice. */
function twice(frame: Record<string, unknown>): string {
  const inner = JSON.stringify(frame).slice(1, -1);
  return `{${inner},${inner}}`;
}

commonCheck({
  says: 'A message in several fragments arrives like one that is whole.',
  requires: ['robustness.fragmented-frame'],
  catches: ['ping-within-a-message-loses-it'],
  profile: 'standard',
  needs: everything,
  async run(verbs) {
    const { world } = verbs;
    const [a, b] = await Promise.all([verbs.join('alice'), verbs.join('bob')]);
    const whole = `${world.text()} é🧪`;
    a.say(whole);
    await given('The same message in one frame did not arrive', () => b.hear(whole));
    for (const fragments of [2, 7, 500]) {
      const text = `${world.text()} é🧪`;
      a.out.fragments = fragments;
      a.say(text);
      await b.hear(text);
      a.out.fragments = 1;
    }
  },
});

commonCheck({
  says: 'A message of which only the first fragment comes hurts nobody else.',
  requires: ['robustness.fragmented-frame'],
  catches: ['lost-connection-poisons-its-person'],
  profile: 'standard',
  needs: everything,
  run: (verbs) =>
    hurtsNobodyElse(verbs, 'An unfinished message', async (_, alice) => {
      const bob = await verbs.join('bob');
      bob.out.sendUnfinished('{"message": "the beg');
      bob.out.vanish();
      await bob.out.closes();
      await bob.ear.leave();
      expectToStay(alice);
    }),
});

const junk = ['{"unknown": true}', 'null', '[]', '{"type": "dance"}', '{"action": "dance"}', '7', '{"'];
const thousand = 1_000;

commonCheck({
  says: 'A thousand frames in one burst hurt nobody else.',
  requires: ['robustness.burst'],
  catches: ['five-hundred-frames-poison-their-sender'],
  profile: 'standard',
  needs: everything,
  run: (verbs) =>
    hurtsNobodyElse(verbs, 'A thousand frames in one burst', async (bob, alice) => {
      const texts = [verbs.world.text(), verbs.world.text()];
      for (const text of texts) {
        for (let n = 0; n < thousand / 2 && bob.out.isOpen; n += 1)
          bob.out.sendRaw(junk[n % junk.length] ?? '');
        if (bob.out.isOpen) bob.say(text);
      }
      const arrived = alice.ear.until(() => (alice.heard(texts[1] ?? '').length > 0 ? true : undefined));
      await Promise.race([arrived, bob.out.gone()]);
    }),
});

const rounds = { quick: 5, standard: 12, thorough: 150 } as const;
const padding = { quick: 1_000, standard: 1_000, thorough: 9_000 } as const;

commonCheck({
  says: 'Somebody who reads nothing keeps nobody else from being served.',
  requires: ['robustness.slow-reader'],
  catches: ['waits-for-every-reader'],
  profile: 'standard',
  needs: everything,
  async run(verbs) {
    const { world } = verbs;
    const { profile } = world.context;
    const said = await sayBeforehand(verbs);
    const [a, b] = await Promise.all([verbs.join('alice'), verbs.join('bob')]);
    const slow = await verbs.join('bob');
    try {
      await given('An ordinary message did not arrive', () => works(a, b, verbs));
      slow.ear.pause();
      if (slow.out !== slow.ear) slow.out.pause();
      for (let round = 0; round < rounds[profile]; round += 1) {
        const text = `${world.text()} ${'x'.repeat(padding[profile])}`;
        a.say(text);
        await Promise.race([b.ear.gone(), b.hear(text).catch(() => works(a, b, verbs))]);
        expectToStay(b);
        expectToStay(a);
      }
      await flood(verbs, a, b);
      world.observe('A socket that reads nothing', slow.ear.isOpen ? 'stays open' : 'is closed');
    } finally {
      slow.ear.vanish();
      slow.out.vanish();
    }
    await Promise.all([b.out.leave(), b.ear.leave()]);
    await works(a, await verbs.join('bob'), verbs);
    await expectStill(verbs, said);
  },
});

commonCheck({
  says: 'Connections that are begun and not finished, or ended on one side only, hurt nobody else.',
  requires: ['robustness.half-open'],
  catches: ['lost-connection-poisons-its-person'],
  profile: 'standard',
  needs: everything,
  async run(verbs) {
    const end = await halfBegun(verbs.world.target, 40);
    try {
      await hurtsNobodyElse(verbs, 'A connection that ends on one side only', async (bob, alice) => {
        const more = await verbs.join('bob');
        for (const socket of new Set([more.out, more.ear])) socket.halfClose();
        expectToStay(alice);
        expectToStay(bob);
      });
    } finally {
      end();
    }
  },
});

const vanished = 200;
const atOnce = 20;

commonCheck({
  says: 'Two hundred sockets that vanish as soon as they are open hurt nobody else.',
  requires: ['robustness.vanishing'],
  catches: ['refuses-after-a-hundred-connections', 'lost-connection-poisons-its-person'],
  profile: 'standard',
  needs: everything,
  async run(verbs) {
    const { world, entrances } = verbs;
    const channels = world.dialect.channels.map(({ id }) => id);
    const said = await sayBeforehand(verbs);
    await hurtsNobodyElse(verbs, 'Sockets that vanish', async (_, alice) => {
      for (let count = 0; count < vanished; count += atOnce) {
        const sockets = await Promise.all(
          Array.from({ length: atOnce }, (__, at) =>
            entrances.knockAt(channels[at % channels.length] ?? '', 'bob'),
          ),
        );
        for (const socket of sockets) socket.vanish();
      }
      expectToStay(alice);
      await comesIn(verbs);
    });
    await expectStill(verbs, said);
  },
});

/** Alice, who has done nothing, gets in as before; bob may be kept waiting for what he did. */
async function comesIn(verbs: Verbs): Promise<void> {
  try {
    const { out, ear } = await verbs.join('alice');
    await Promise.all([out.leave(), ear.leave()]);
  } catch (error) {
    if (!(error instanceof Unmet)) throw error;
    throw new Failure({
      expected: 'alice gets in on a new socket',
      received: error.message,
      because: `after what bob has done, alice does not get in any more: ${error.message}`,
    });
  }
}

/** A message of alice's that bob is shown. */
async function sayBeforehand(verbs: Verbs): Promise<string> {
  const [a, b]: [Party, Party] = await Promise.all([verbs.join('alice'), verbs.join('bob')]);
  const text = verbs.world.text();
  a.say(text);
  await given('An ordinary message did not arrive', () => b.hear(text));
  if ((await shown(verbs, text)) === false) throw new Unmet('An ordinary message is not in the history.');
  await Promise.all([a.out.leave(), a.ear.leave(), b.out.leave(), b.ear.leave()]);
  return text;
}

async function expectStill(verbs: Verbs, text: string): Promise<void> {
  expectTrue((await shown(verbs, text)) !== false, 'a message from before is not in the history any more', {
    expected: `bob is shown ${show(text)}`,
    received: 'it is not there',
  });
}

/** Whether bob is shown this; undefined where nothing is shown to anybody. */
async function shown({ history, world }: Verbs, text: string): Promise<boolean | undefined> {
  if (history === undefined) return undefined;
  const found = await eventually(world, async () => {
    try {
      return (await history('bob')).some((line) => line.text === text) ? true : undefined;
    } catch (error) {
      if (error instanceof Failure) return undefined;
      throw error;
    }
  });
  return found === true;
}
