// For tests: `chatproof load` against a reference server with faults, and the result from its report.
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

/** Shorter than the profile says, with the same conversations at a higher rate. */
export async function runLoad(
  dialect: string,
  { faults = [], rate = 100, seconds = 2 }: { faults?: string[]; rate?: number; seconds?: number } = {},
): Promise<Loaded> {
  const folder = mkdtempSync(join(tmpdir(), 'chatproof-load-test-'));
  const server = await serve(dialect, {
    faults: faults.map((name) => ({ name, rate: 0.01 })),
    seed: 4711,
    onError: () => undefined,
  });
  try {
    const people = join(folder, 'people.json');
    const wanted = requestOf(await loadDriver(dialect), profileOf('smoke', {}, {}));
    writeFileSync(people, JSON.stringify(await server.provision(wanted)));
    const words = ['--target', server.http, '--people', people, '--report', folder];
    const pace = ['--rate', String(rate), '--seconds', String(seconds)];
    const { code, err } = await chatproof('load', dialect, ...words, ...pace);
    const { load }: { load: LoadResult } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    return { code, err, result: load };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
