import { expect, it } from 'vitest';
import { libertiesOf, libertyNames, loadLiberty } from '../../reference-server/fault-kit/liberties.ts';
import { serve } from '../../reference-server/server.ts';
import { dialectNames } from '../../specs/kit/dialect.ts';
import { loadDriver } from '../../suites/kit/driver.ts';
import { wishOf } from '../../suites/kit/request.ts';
import { runCheck, troubles } from './testing/run-check.ts';

it('says of each liberty what a client notices, and why nothing forbids it', async () => {
  for (const name of libertyNames()) {
    const { says, because } = await loadLiberty(name);
    for (const text of [says, because]) expect(text).toMatch(/^[A-Z].*\.$/);
  }
});

it.concurrent.each(dialectNames())(
  'finds nothing wrong with a server that takes every liberty that %s leaves',
  { timeout: 400_000 },
  async (dialect) => {
    const server = await serve(dialect);
    try {
      for (const liberty of await libertiesOf(dialect)) await server.faults.on(liberty);
      expect(server.chat.seams.active()).toEqual([]);
      const people = await server.provision(wishOf(await loadDriver(dialect), 12));
      const ran = await runCheck(
        [dialect, '--target', server.http, '--profile', 'standard', '--format', 'json'],
        { people },
      );
      expect(troubles(ran)).toEqual([]);
      expect(ran.code).toBe(0);
    } finally {
      await server.close();
    }
  },
);
