// Runs the built command as a user does, and gives back its exit code, what it printed and its report.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Report } from '../../../reports/model.ts';
import { packageRoot } from '../../../specs/kit/root.ts';

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
  folder: string;
  /** Undefined when none was written. */
  report: Report | undefined;
}

/** `config` is written as a configuration file, `people` as a people file. */
export async function runCheck(
  words: readonly string[],
  files: { config?: unknown; people?: unknown } = {},
): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'chatproof-'));
  const options = ['--report', folder];
  if (files.config !== undefined) {
    writeFileSync(join(folder, 'config.yaml'), stringify(files.config));
    options.push('--config', join(folder, 'config.yaml'));
  }
  if (files.people !== undefined) {
    writeFileSync(join(folder, 'people.json'), JSON.stringify(files.people));
    options.push('--people', join(folder, 'people.json'));
  }
  const command = [join(packageRoot(), 'dist/cli/main.js'), 'check', ...words, ...options];
  const { code, stdout, stderr } = await new Promise<Pick<Ran, 'code' | 'stdout' | 'stderr'>>((resolve) => {
    execFile(process.execPath, command, { cwd: folder, maxBuffer: 1e8 }, (error, out, complaint) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout: out, stderr: complaint }),
    );
  });
  const file = join(folder, 'report.json');
  const report: Report | undefined = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  return { code, stdout, stderr, folder, report };
}

/** What failed or could not be judged, in a form that a test prints well. */
export function troubles({ report, stderr }: Ran): string[] {
  if (report === undefined) return [`no report: ${stderr}`];
  const bad = report.requirements.filter(({ verdict }) => !['pass', 'inapplicable'].includes(verdict));
  return bad.map(({ id, verdict, reason }) => {
    const because = report.checks
      .flatMap(({ failures }) => failures)
      .find(({ requirement }) => requirement === id)?.because;
    return `${verdict} ${id}: ${reason ?? because ?? ''}`;
  });
}
