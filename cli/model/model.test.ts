// The model against the reference server: silent where it is right, and short where it is wrong.
import { expect, it } from 'vitest';
import { brokenBy } from '../../reference-server/fault-kit/breaks.ts';
import { loadFault } from '../../reference-server/fault-kit/fault-files.ts';
import { dialectNames } from '../../specs/kit/dialect.ts';
import { perform } from '../../suites/model/run.ts';
import { once, search } from '../../suites/model/search.ts';
import { isAsking, type Step } from '../../suites/model/step.ts';
import { type Attempt, tryModel, withPlace } from './testing/try.ts';

const few = { runs: 12, commands: 12, ms: 20_000 };
/** What is shown has to be short, however busy the machine is. */
const unhurried = { ms: 25_000, cutMs: 25_000 };

it.each(dialectNames())('finds nothing wrong with the clean server of %s', async (dialect) => {
  const { failed, unjudged, commands } = await tryModel({ dialect, seed: 11, budget: few });
  expect({ failed, unjudged }).toEqual({ failed: undefined, unjudged: 0 });
  expect(commands).toBeGreaterThan(30);
});

it('finds nothing wrong where three people are used again and again', async () => {
  const { failed, people } = await tryModel({ dialect: 'rooms', seed: 11, static: true, budget: few });
  expect({ failed, people }).toEqual({ failed: undefined, people: 0 });
});

it.each([
  ['receipts', 'edit-not-stored'],
  ['rooms', 'count-stays-zero'],
  ['dialogues', 'received-deletes-nothing'],
  ['threads', 'announced-twice'],
])('shows in %s what %s is with a few commands', async (dialect, fault) => {
  const { sure } = await tryModel({ dialect, fault, seed: 3, patience: 0.1, budget: unhurried });
  expect(brokenBy(await loadFault(fault), dialect)).toContain(sure?.requirement);
  expect(sure?.steps.filter((step) => !isAsking(step)).length).toBeLessThanOrEqual(6);
});

it('sends the same bytes for the same seed', async () => {
  const attempt: Attempt = { dialect: 'receipts', seed: 5 };
  const steps: Step[] = [
    { do: 'connect', who: 'alice' },
    { do: 'say', who: 'alice', socket: 1, times: 2 },
    { do: 'edit', who: 'alice', socket: 1, message: 1 },
    { do: 'remove', who: 'alice', socket: 1, message: 2 },
  ];
  const sent = (): Promise<string[]> =>
    withPlace(attempt, async (place) => {
      const lines: string[] = [];
      await once(place, { mark: '1', patient: true }, async (run) => {
        for (const step of steps) await perform(run, step);
        lines.push(
          ...run.stage.world.journal.entries
            .filter(({ kind }) => kind === 'sent' || kind === 'request')
            .map(({ what }) => what),
        );
      });
      return lines;
    });
  const [one, two] = [await sent(), await sent()];
  expect(one).toEqual(two);
  expect(one.length).toBeGreaterThan(4);
});

it('draws the same sequences for the same seed', async () => {
  const steps = (): Promise<Step[] | undefined> =>
    withPlace({ dialect: 'receipts', fault: 'deliver-twice', seed: 8 }, async (place) => {
      const { first } = await search({ ...place }, { runs: 6, commands: 12, ms: 20_000 });
      return first?.steps;
    });
  expect(await steps()).toEqual(await steps());
});
