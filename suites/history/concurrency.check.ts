import { commonCheck } from '../kit/check.ts';
import type { Profile } from '../kit/context.ts';
import { crowd } from './crowd.ts';
import { promisesOf } from './promises.ts';
import { expectFlawless } from './verdict.ts';

const sizes: Record<Profile, number> = { quick: 48, standard: 600, thorough: 3_000 };

commonCheck({
  says: 'While everybody talks, leaves and comes back at once, nothing is lost, repeated, reordered, made up or overheard.',
  requires: promisesOf(['lost', 'duplicated', 'ghost', 'reordered', 'disagreement', 'leaked', 'changed']),
  catches: ['drop-message', 'deliver-twice', 'swaps-neighbours', 'leaks-to-everybody'],
  needs: (verbs) => verbs,
  async run(verbs) {
    const { world } = verbs;
    const recorder = await crowd(verbs, { messages: sizes[world.context.profile] });
    expectFlawless(world, recorder.journal());
  },
});
