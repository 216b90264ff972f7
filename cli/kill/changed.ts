// For daily work: only the faults that a change in the work tree can have to do with.
import { execFileSync } from 'node:child_process';
import { packageRoot } from '../../specs/kit/root.ts';
import type { CheckIndex, FaultIndex } from './indexes.ts';

/** The files that differ from a revision, new ones included. */
export function changedFiles(revision: string): string[] {
  const git = (...words: string[]): string[] =>
    execFileSync('git', words, { cwd: packageRoot(), encoding: 'utf8' })
      .split('\n')
      .filter((line) => line !== '');
  return [...git('diff', '--name-only', revision), ...git('ls-files', '--others', '--exclude-standard')];
}

/** A changed fault, and the faults that the checks of a changed file have to catch; a sample when shared code changed. */
export function isTouched(
  files: readonly string[],
  fault: FaultIndex,
  dialect: string,
  checks: readonly CheckIndex[],
): boolean {
  if (files.includes(`reference-server/faults/${fault.name}.ts`)) return true;
  const own = checks.filter(
    (check) =>
      check.dialect === dialect &&
      !check.file.startsWith('suites/model/') &&
      check.requires.some((id) => fault.breaks.includes(id)),
  );
  if (own.some(({ file }) => files.includes(file))) return true;
  const shared = files.some((file) => isShared(file, dialect));
  // One in sixteen, the same ones every time.
  return (
    shared && [...`${dialect} ${fault.name}`].reduce((sum, one) => sum + one.charCodeAt(0), 0) % 16 === 0
  );
}

function isShared(file: string, dialect: string): boolean {
  if (file.endsWith('.test.ts') || !file.endsWith('.ts')) return false;
  if (/^suites\/(kit|engine|model)\//.test(file)) return true;
  if (/^suites\/(common|history)\//.test(file)) return !file.endsWith('.check.ts');
  if (file.startsWith(`suites/${dialect}/`) && !file.endsWith('.check.ts')) return true;
  if (file.startsWith(`reference-server/dialects/${dialect}/`)) return true;
  return /^reference-server\/((store|fault-kit|control)\/)?[\w-]+\.ts$/.test(file);
}
