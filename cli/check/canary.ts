// Two small reference servers, one of them with a planted fault: the harness has to tell them apart.
import { loadDialect } from '../../specs/kit/dialect.ts';
import { canary, planted } from '../../suites/engine/canary.ts';
import { plainContext, type RunContext } from '../../suites/kit/context.ts';
import { loadDriver } from '../../suites/kit/driver.ts';
import { provision } from '../../suites/kit/provision.ts';
import { wishOf } from '../../suites/kit/request.ts';
import { targetOf } from '../config/target.ts';
import { embed } from './embedded.ts';
import type { CheckOptions } from './options.ts';

const dialect = 'receipts';

export async function testedByCanary(options: CheckOptions): Promise<string | undefined> {
  const servers = await Promise.all([embed(dialect), embed(dialect, planted)]);
  try {
    const driver = await loadDriver(dialect);
    const contexts = await Promise.all(
      servers.map(
        async ({ http, ws, source }): Promise<RunContext> =>
          plainContext({
            dialect,
            target: targetOf({ http, ws }, {}, driver, loadDialect(dialect)),
            people: await provision(source, wishOf(driver, 1), driver.needs),
            source,
            seed: options.seed,
          }),
      ),
    );
    const [clean, faulty] = contexts;
    return clean === undefined || faulty === undefined ? 'it has no servers' : await canary(clean, faulty);
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}
