// The checks that kill the server they talk to: green on the reference server, red on one that loses what it said.
import { expect, it } from 'vitest';
import { brokenBy } from '../../reference-server/fault-kit/breaks.ts';
import { loadFault } from '../../reference-server/fault-kit/fault-files.ts';
import { loadDialect } from '../../specs/kit/dialect.ts';
import { planned } from '../../suites/engine/planned.ts';
import { plainContext } from '../../suites/kit/context.ts';
import { loadDriver } from '../../suites/kit/driver.ts';
import { share } from '../../suites/kit/judge.ts';
import { provision } from '../../suites/kit/provision.ts';
import { checksFor } from '../../suites/kit/registry.ts';
import { wishOf } from '../../suites/kit/request.ts';
import { targetOf } from '../config/target.ts';
import { embed } from './embedded.ts';
import { restartable } from './restartable.ts';

const dialects = ['actions', 'dialogues', 'receipts', 'rooms', 'threads'];

it.each(dialects)('finds nothing lost by the reference server: %s', { timeout: 60_000 }, async (dialect) => {
  expect(await verdicts(dialect, [])).toEqual([]);
});

const losses = [
  ...dialects.map((dialect) => [dialect, 'acknowledge-before-stored'] as const),
  ['actions', 'restart-undoes-changes'],
  ['dialogues', 'restart-undoes-changes'],
  ['rooms', 'restart-undoes-changes'],
  ['actions', 'restart-loses-files'],
  ['threads', 'restart-loses-files'],
] as const;

it.each(losses)('finds out about %s: %s', { timeout: 60_000 }, async (dialect, name) => {
  const red = (await verdicts(dialect, ['--fault', name])).map((line) => line.split(':')[0]);
  const broken = brokenBy(await loadFault(name), dialect).filter((id) => !/file-survives/.test(id));
  expect(red).toEqual(expect.arrayContaining(broken.filter((id) => id.includes('.durability.'))));
});

/** What fails, and why. */
async function verdicts(dialect: string, words: string[]): Promise<string[]> {
  const [server, apart] = await Promise.all([embed(dialect), restartable(dialect, words)]);
  try {
    const driver = await loadDriver(dialect);
    const context = plainContext({
      dialect,
      target: targetOf(server, {}, driver, loadDialect(dialect)),
      people: await provision(server.source, wishOf(driver, 1), driver.needs),
      source: server.source,
      seed: 4711,
      profile: 'standard',
      selected: loadDialect(dialect).requirements.flatMap(({ id, needs }) =>
        needs.includes('restart') ? [id] : [],
      ),
      restart: { url: apart.url, secret: apart.secret },
    });
    const shared = await share(context, driver);
    const found: string[] = [];
    for (const { check, open } of planned(await checksFor(dialect), shared, driver)) {
      if (!check.restarts || open.length === 0) continue;
      const { failures, reason } = await check.judge(shared, open);
      found.push(...failures.map(({ requirement, because }) => `${requirement}: ${because}`));
      if (reason !== undefined) found.push(reason);
    }
    return found;
  } finally {
    await Promise.all([server.close(), apart.close()]);
  }
}
