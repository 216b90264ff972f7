// How many of ten seeds find a fault that hits one delivery in two hundred: `npm run bench:histories` prints it.
import { brokenBy } from '../../reference-server/fault-kit/breaks.ts';
import { loadFault } from '../../reference-server/fault-kit/fault-files.ts';
import { appliesTo } from '../../reference-server/fault-kit/faults.ts';
import { type RunningServer, serve } from '../../reference-server/server.ts';
import { dialectNames, loadDialect } from '../../specs/kit/dialect.ts';
import { plainContext } from '../../suites/kit/context.ts';
import { loadDriver } from '../../suites/kit/driver.ts';
import { share } from '../../suites/kit/judge.ts';
import type { CheckOutcome } from '../../suites/kit/outcome.ts';
import { provision, type Source } from '../../suites/kit/provision.ts';
import { checksFor } from '../../suites/kit/registry.ts';
import { wishOf } from '../../suites/kit/request.ts';
import { targetOf } from '../config/target.ts';

const faults = [undefined, 'drop-message', 'deliver-twice', 'swaps-neighbours', 'leaks-to-everybody'];
const rate = 1 / 200;
const seeds = Number(process.env['SEEDS'] ?? 10);
const named = process.argv.slice(2);

for (const dialect of named.length > 0 ? named : dialectNames())
  for (const name of faults) await row(dialect, name);

async function row(dialect: string, name: string | undefined): Promise<void> {
  const fault = name === undefined ? undefined : await loadFault(name);
  if (fault !== undefined && !appliesTo(fault, dialect)) return;
  const broken = fault === undefined ? [] : brokenBy(fault, dialect);
  let [found, besides, ms] = [0, 0, 0];
  for (let seed = 1; seed <= seeds; seed += 1) {
    const server = await serve(dialect, { control: true, seed, onError: () => undefined });
    try {
      if (fault !== undefined) await server.faults.on(fault, rate);
      const { failures, reason, durationMs } = await judged(server, seed);
      ms += durationMs;
      if (failures.some(({ requirement }) => broken.includes(requirement))) found += 1;
      for (const { requirement, because } of failures)
        if (!broken.includes(requirement)) {
          besides += 1;
          console.log(`  ${dialect} seed ${seed}: ${requirement}: ${because}`);
        }
      if (reason !== undefined) console.log(`  ${dialect} seed ${seed}: ${reason}`);
    } finally {
      await server.close();
    }
  }
  const what = fault === undefined ? 'no fault' : `${name} at 1 in 200`;
  const result =
    fault === undefined
      ? `${besides} false alarms`
      : `found by ${found} of ${seeds} seeds, ${besides} other findings`;
  console.log(`${dialect.padEnd(10)} ${what.padEnd(30)} ${result}, ${Math.round(ms / seeds)} ms a run`);
}

async function judged(server: RunningServer, seed: number): Promise<CheckOutcome> {
  if (server.control === undefined) throw new Error('The server offers no control plane.');
  const driver = await loadDriver(server.dialect);
  const dialect = loadDialect(server.dialect);
  const source: Source = { kind: 'control', ...server.control };
  const context = plainContext({
    dialect: server.dialect,
    target: targetOf(server, {}, driver, dialect),
    people: await provision(source, wishOf(driver, 1), driver.needs),
    source,
    seed,
    profile: process.env['PROFILE'] === 'quick' ? 'quick' : 'standard',
    selected: dialect.requirements.map(({ id }) => id),
  });
  const shared = await share(context, driver);
  const all = await checksFor(server.dialect);
  const check = all.find(({ file }) => file === 'suites/history/concurrency.check.ts');
  if (check === undefined) throw new Error(`There is no concurrency check for ${server.dialect}.`);
  return check.judge(shared, check.requires);
}
