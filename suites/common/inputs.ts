// Inputs drawn from the specs' schemas: every client frame and every operation, valid and one step away from it.
import fc from 'fast-check';
import { Failure, given } from '../kit/failure.ts';
import type { Call, Reply } from '../kit/http.ts';
import { call } from '../kit/http.ts';
import type { Verbs } from '../kit/verbs.ts';
import { type FrameKind, framesOf, type Try } from './frames.ts';
import { type Neighbours, neighboursOf } from './neighbours.ts';
import { works } from './poison.ts';
import { expectAlways } from './property.ts';
import { oddRequests } from './requests.ts';

const often = { quick: 4, standard: 12, thorough: 200 } as const;
const once = { quick: 1, standard: 1, thorough: 10 } as const;

export async function framesHurtNobody(verbs: Verbs): Promise<void> {
  const { world } = verbs;
  const { profile } = world.context;
  const neighbours = await neighboursOf(verbs);
  const before = world.ledger.breaches.length;
  for (const kind of framesOf(verbs)) {
    const tries = [
      { inputs: kind.valid, runs: often[profile] },
      ...kind.twisted.map((inputs) => ({ inputs, runs: once[profile] })),
    ];
    for (let at = 0; at < tries.length; at += togetherAtMost)
      await hurtNobody(neighbours, kind, tries.slice(at, at + togetherAtMost));
    // What is answered to such a frame is not judged.
    world.ledger.breaches.splice(before);
  }
}

/** One look at the others serves so many steps; only when it shows harm, the step that does it is looked for. */
const togetherAtMost = 10;

interface Tries {
  inputs: fc.Arbitrary<Try>;
  runs: number;
}

async function hurtNobody(neighbours: Neighbours, kind: FrameKind, tries: readonly Tries[]): Promise<void> {
  const { world } = neighbours.verbs;
  const { seed } = world.context;
  const all = tries.flatMap(({ inputs, runs }) => fc.sample(inputs, { seed, numRuns: runs }));
  try {
    await neighbours.bear(kind.channel, all);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    for (const { inputs, runs } of tries)
      await expectAlways({
        world,
        inputs,
        runs,
        holds: (input) => neighbours.bear(kind.channel, [input]),
        sound: () => neighbours.areWell(),
        shown: ({ frame, twist }) => [kind.id, twist, frame],
      });
    const { lines } = error;
    const twists = all.map(({ twist }) => twist).join(', ');
    throw new Failure({ ...lines, because: `${lines.because} (after ${kind.id} frames: ${twists})` });
  }
}

export async function requestsAreAnswered(verbs: Verbs): Promise<void> {
  const { world, entrances } = verbs;
  for (const operation of world.dialect.operations) {
    const aim = await entrances.aim(operation.id);
    const ask = (given: Partial<Call>): Promise<Reply> =>
      call(world, operation, { who: 'alice', token: verbs.tokens?.valid, ...given });
    if (aim !== undefined)
      await given(`Not even a valid ${operation.id} works`, async () =>
        expectAnswer(await ask(aim.call), operation.id),
      );
    const odd = oddRequests(operation, aim?.call ?? {});
    for (const inputs of [...odd.once, odd.often])
      await expectAlways({
        world,
        inputs,
        runs: inputs === odd.often ? often[world.context.profile] : once[world.context.profile],
        holds: async ({ request, twist }) => expectAnswer(await ask(request), `${operation.id} (${twist})`),
        sound: async () => aim === undefined || (await ask(aim.call)).status < 500,
        shown: ({ request }) => request,
      });
  }
  const [a, b] = await Promise.all([verbs.join('alice'), verbs.join('bob')]);
  await works(a, b, verbs);
  await works(b, a, verbs);
}

function expectAnswer(reply: Reply, what: string): void {
  if (reply.status > 0 && reply.status < 500) return;
  reply.entry.offending = true;
  throw new Failure({
    expected: 'an answer below 500',
    received: reply.problem ?? `HTTP ${reply.status}`,
    because: `${what} was answered with ${reply.problem ?? reply.status}`,
  });
}
