// What it costs to prove that something did not come: the fence, in round trips of the target.
import { serve } from '../../../reference-server/server.ts';
import { loadDialect } from '../../../specs/kit/dialect.ts';
import { plainContext } from '../../../suites/kit/context.ts';
import { loadDriver } from '../../../suites/kit/driver.ts';
import { fence, heardNothing } from '../../../suites/kit/fence.ts';
import { judge, share } from '../../../suites/kit/judge.ts';
import { provision } from '../../../suites/kit/provision.ts';
import { wishOf } from '../../../suites/kit/request.ts';
import { targetOf } from '../../config/target.ts';
import { median } from './timed.ts';

const times = 41;

export interface AbsenceCost {
  /** From saying something until another person has heard it. */
  roundTripMs: number;
  /** From the act until it is proved that the other did not hear of it. */
  absenceMs: number;
}

/** Medians, against the reference server with this much latency added. */
export async function absenceCost(dialect: string, latency: number): Promise<AbsenceCost> {
  const driver = await loadDriver(dialect);
  const server = await serve(dialect, { latency, control: true, onError: () => undefined });
  const [trips, absences]: [number[], number[]] = [[], []];
  try {
    if (server.control === undefined) throw new Error('The server offers no control plane.');
    const source = { kind: 'control', ...server.control } as const;
    const shared = await share(
      plainContext({
        dialect,
        target: targetOf(server, {}, driver, loadDialect(dialect)),
        people: await provision(source, wishOf(driver, 1), driver.needs),
        source,
      }),
      driver,
    );
    const outcome = await judge(shared, driver, {
      id: `${dialect}/bench/absence`,
      file: 'cli/check/bench/absence.ts',
      says: 'Nothing comes.',
      requires: [],
      catches: [],
      async run(cast) {
        const { join, world } = driver.verbs(cast);
        const [a, b] = await Promise.all([join('alice'), join('bob')]);
        for (let n = 0; n < times; n += 1) {
          const [text, later] = [world.text(), world.text()];
          const began = performance.now();
          a.say(text);
          await b.hear(text);
          const heard = performance.now();
          const since = b.ear.mark;
          await fence('strong', b.ear, async () => {
            a.say(later);
            await b.hear(later);
          });
          heardNothing(b.ear, { pattern: { never: 'said' }, since, what: 'what nobody said' });
          trips.push(heard - began);
          absences.push(performance.now() - heard);
        }
      },
    });
    if (trips.length < times) throw new Error(outcome.reason ?? 'The measurement did not come to its end.');
  } finally {
    await server.close();
  }
  return { roundTripMs: median(trips), absenceMs: median(absences) };
}
