import { commonCheck } from '../kit/check.ts';
import type { Profile } from '../kit/context.ts';
import { acknowledgers } from './acknowledgers.ts';
import { counting } from './counting.ts';
import { crowd } from './crowd.ts';
import { editors } from './editors.ts';
import { only, promisesOf } from './promises.ts';
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
const changes = [
  'edit.stored',
  'delete.gone-from-history',
  'status.delivered-comes-before-read',
  'status.delivered-is-stored',
  'status.read-is-stored',
];
const changeSizes: Record<Profile, number> = { quick: 40, standard: 560, thorough: 2_000 };

commonCheck({
  says: 'While everybody talks, edits and deletes at once, no edit is lost, nothing deleted returns, and no status goes back.',
  requires: changes,
  catches: [
    'edit-not-stored',
    'delete-not-stored',
    'read-before-delivered',
    'one-of-two-edits-at-once-is-not-stored',
    'one-of-two-deletions-at-once-is-not-stored',
    'read-at-once-is-not-stored',
  ],
  profile: 'standard',
  needs: (verbs) => verbs,
  async run(verbs) {
    const { world } = verbs;
    const recorder = await editors(verbs, { messages: changeSizes[world.context.profile] });
    expectFlawless(world, recorder.journal(), only(world, changes));
  },
});

const counts = promisesOf(['miscounted']);
const countSizes: Record<Profile, number> = { quick: 12, standard: 80, thorough: 400 };

commonCheck({
  says: 'While messages come on several sockets at once and are read meanwhile, each of them is counted once.',
  requires: counts,
  catches: ['counts-one-of-two-at-once', 'reading-is-lost-now-and-then', 'count-forgets-every-fifth'],
  profile: 'standard',
  needs: ({ unread }) => unread,
  async run(unread, verbs) {
    const { world } = verbs;
    const recorder = await counting(verbs, unread, { messages: countSizes[world.context.profile] });
    expectFlawless(world, recorder.journal(), only(world, counts));
  },
});

const keeping = ['received.deletes-the-message', 'fetch.holds-until-acknowledged', 'fetch.each-message-once'];
const keepingSizes: Record<Profile, number> = { quick: 40, standard: 160, thorough: 1_500 };

commonCheck({
  says: 'While everybody talks, fetches and acknowledges at once, what was acknowledged goes for good, and the rest stays.',
  requires: keeping,
  catches: [
    'one-of-two-acknowledgements-at-once-is-lost',
    'received-deletes-up-to',
    'received-deletes-nothing',
  ],
  profile: 'standard',
  needs: (verbs) => verbs,
  async run(verbs) {
    const { world } = verbs;
    const recorder = await acknowledgers(verbs, { messages: keepingSizes[world.context.profile] });
    expectFlawless(world, recorder.journal(), only(world, keeping));
  },
});
