// For tests: `chatproof load` against a reference server with a fault, and the result from its report.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../../reference-server/server.ts';
import type { LoadResult } from '../../../reports/load/model.ts';
import { loadDriver } from '../../../suites/kit/driver.ts';
import { chatproof } from '../../testing/chatproof.ts';
import { requestOf } from '../plan.ts';
import { profileOf } from '../profile.ts';

export interface Loaded {
  code: number | undefined;
  err: string;
  result: LoadResult;
}

/** A machine that is busy with other tests is slow: here it is what arrives that counts, not when. */
const patient = {
  load: { thresholds: { chat_delivery_ms: ['p(95)<60000'], chat_connect_ms: ['p(95)<60000'] } },
};

/** Shorter than the profile says, with the same conversations. */
export async function runLoad(
  dialect: string,
  { fault, rate = 100, seconds = 2 }: { fault?: string; rate?: number; seconds?: number } = {},
): Promise<Loaded> {
  const folder = mkdtempSync(join(tmpdir(), 'chatproof-load-test-'));
  const server = await serve(dialect, {
    faults: fault === undefined ? [] : [{ name: fault, rate: 0.01 }],
    seed: 4711,
    onError: () => undefined,
  });
  try {
    const people = join(folder, 'people.json');
    const wanted = requestOf(await loadDriver(dialect), profileOf('smoke', {}, {}));
    writeFileSync(people, JSON.stringify(await server.provision(wanted)));
    const config = join(folder, 'config.json');
    writeFileSync(config, JSON.stringify(patient));
    const words = ['--target', server.http, '--people', people, '--report', folder, '--config', config];
    const pace = ['--rate', String(rate), '--seconds', String(seconds)];
    const { code, err } = await chatproof('load', dialect, ...words, ...pace);
    const { load }: { load: LoadResult } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    return { code, err, result: load };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
