import { chanceOf } from '../history/chance.ts';
import { recorderOf, type Seat } from '../history/recorder.ts';
import { expectFlawless } from '../history/verdict.ts';
import { commonCheck } from '../kit/check.ts';
import { Unmet } from '../kit/failure.ts';

const slugs = [
  'durability.acknowledged-survives-restart',
  'durability.message-survives-restart',
  'durability.delivered-survives-restart',
  'durability.confirmed-survives-restart',
];
const rounds = 2;
const pipelined = 150;

commonCheck({
  says: 'After the server was killed in the middle of a conversation, what it had acknowledged is there, once.',
  requires: slugs,
  catches: ['acknowledge-before-stored'],
  profile: 'standard',
  restarts: true,
  needs: (verbs) => verbs,
  async run(verbs) {
    const { world } = verbs;
    const recorder = recorderOf(verbs);
    const chance = chanceOf(world.context.seed, `durability ${world.dialect.name}`);
    const together = (): Promise<[Seat, Seat]> =>
      Promise.all([recorder.join('alice 1', 'alice'), recorder.join('bob 1', 'bob')]);
    let [a, b] = await together();
    for (let round = 1; round <= rounds; round += 1) {
      const killAfter = 1 + chance.below(pipelined);
      const reached = hasHeard(b, `${recorder.mark}a${round}-`, killAfter);
      for (let n = 1; n <= pipelined; n += 1) {
        recorder.say(a, `${recorder.mark}a${round}-${n}`);
        recorder.say(b, `${recorder.mark}b${round}-${n}`);
      }
      if (!(await reached)) throw new Unmet(`bob did not hear ${killAfter} of alice's messages.`);
      await world.restart();
      for (const seat of [a, b]) await recorder.leave(seat, 'abruptly');
      [a, b] = await together();
      // The conversation goes on; and what was said last is there, so that nobody waits for it in vain.
      const on = hasHeard(b, `${recorder.mark}on${round}`, 1);
      recorder.say(a, `${recorder.mark}on${round}`);
      if (!(await on)) throw new Unmet('After the server was there again, bob heard nothing of alice.');
      await recorder.view('alice');
      await recorder.view('bob');
    }
    const ids = slugs.map((slug) => `${world.dialect.name}.${slug}`);
    const blamed = world.dialect.requirements.find(({ id }) => ids.includes(id))?.id;
    // What got lost on a socket when the server died is nobody's fault.
    expectFlawless(world, recorder.journal(), ({ judge, place }) =>
      place === 'view' && (judge === 'lost' || judge === 'duplicated') ? blamed : undefined,
    );
  },
});

async function hasHeard({ party: { ear } }: Seat, prefix: string, count: number): Promise<boolean> {
  let [at, heard] = [ear.mark, 0];
  const found = await ear.until(() => {
    for (; at < ear.heard.length; at += 1) if (ear.heard[at]?.entry.what.includes(prefix)) heard += 1;
    return heard >= count ? true : undefined;
  });
  return found === true;
}
