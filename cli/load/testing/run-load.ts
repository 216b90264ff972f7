// For tests: `chatproof load` against a reference server with a fault, and the result from its report.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultChoice } from '../../../reference-server/fault-kit/fault-files.ts';
import type { Fault } from '../../../reference-server/fault-kit/faults.ts';
import { serve } from '../../../reference-server/server.ts';
import type { LoadResult } from '../../../reports/load/model.ts';
import { loadDriver } from '../../../suites/kit/driver.ts';
import { chatproof } from '../../testing/chatproof.ts';
import { requestOf } from '../plan.ts';
import { profileOf } from '../profile.ts';

const TIMES = ['delivery', 'receipt', 'connect', 'history', 'listing', 'upload', 'download'];

export interface Loaded {
  code: number | undefined;
  err: string;
  result: LoadResult;
}

/** A machine that is busy with other tests is slow: here it is what arrives that counts, not when. */
const patient = { load: { thresholds: Object.fromEntries(TIMES.map((time) => [`chat_${time}_ms`, []])) } };

export interface Wish {
  scenario?: string;
  /** A text may say a rate: "drop-message:0.1". */
  faults?: (Fault | string)[];
  conversations?: number;
  rate?: number;
  seconds?: number;
  thresholds?: Record<string, string[]>;
  words?: string[];
}

/** Shorter than the profile says. */
export async function runLoad(dialect: string, wish: Wish = {}): Promise<Loaded> {
  const { scenario = 'conversation', faults = [], conversations = 20, rate = 100, seconds = 2 } = wish;
  const folder = mkdtempSync(join(tmpdir(), 'chatproof-load-test-'));
  const server = await serve(dialect, { onError: () => undefined });
  try {
    for (const fault of faults) {
      const { name, rate: often } = typeof fault === 'string' ? faultChoice(fault) : { name: fault, rate: 1 };
      await server.faults.on(name, often);
    }
    const people = join(folder, 'people.json');
    const wanted = requestOf(await loadDriver(dialect), profileOf('smoke', { conversations }, {}));
    writeFileSync(people, JSON.stringify(await server.provision(wanted)));
    const config = join(folder, 'config.json');
    const thresholds = { ...patient.load.thresholds, ...wish.thresholds };
    writeFileSync(config, JSON.stringify({ load: { thresholds } }));
    const words = ['--target', server.http, '--people', people, '--report', folder, '--config', config];
    const pace = ['--rate', rate, '--seconds', seconds, '--conversations', conversations].map(String);
    const told = ['--scenario', scenario, ...pace, ...(wish.words ?? [])];
    const { code, err } = await chatproof('load', dialect, ...words, ...told);
    const { load }: { load: LoadResult } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    return { code, err, result: load };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
