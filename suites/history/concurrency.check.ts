import { commonCheck } from '../kit/check.ts';
import type { Profile } from '../kit/context.ts';
import { crowd } from './crowd.ts';
import { editors } from './editors.ts';
import { brokenBy, promisesOf } from './promises.ts';
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

/** Judged here; everything else is the business of the check above. */
const changes = ['edit.stored', 'delete.gone-from-history', 'status.delivered-comes-before-read'];
const changeSizes: Record<Profile, number> = { quick: 40, standard: 160, thorough: 1_500 };

commonCheck({
  says: 'While everybody talks, edits and deletes at once, no edit is lost, nothing deleted returns, and no status goes back.',
  requires: changes,
  catches: ['edit-not-stored', 'delete-not-stored', 'read-before-delivered'],
  profile: 'standard',
  needs: (verbs) => verbs,
  async run(verbs) {
    const { world } = verbs;
    const { dialect } = world;
    const recorder = await editors(verbs, { messages: changeSizes[world.context.profile] });
    const judged = changes.map((slug) => `${dialect.name}.${slug}`);
    expectFlawless(world, recorder.journal(), (finding) => {
      const id = brokenBy(finding, dialect);
      return id !== undefined && judged.includes(id) ? id : undefined;
    });
  },
});
