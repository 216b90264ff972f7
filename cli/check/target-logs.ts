// What the targets printed that chatproof has started itself: a file beside the reports, without any token.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { secretsOf } from '../../suites/kit/target.ts';
import type { Job } from './job.ts';

export interface TargetLog {
  dialect: string;
  path: string;
  text: string;
}

export async function writeTargetLogs(jobs: readonly Job[], folder: string): Promise<TargetLog[]> {
  const logs: TargetLog[] = [];
  for (const { dialect, context, log } of jobs) {
    if (log === undefined) continue;
    let text = await log();
    for (const [secret, stand] of secretsOf(context.people.people)) text = text.replaceAll(secret, stand);
    const path = join(folder, jobs.length === 1 ? 'target.log' : `target-${dialect}.log`);
    await mkdir(folder, { recursive: true });
    await writeFile(path, text);
    logs.push({ dialect, path, text });
  }
  return logs;
}
