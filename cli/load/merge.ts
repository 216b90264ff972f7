// `chatproof load merge`: what several instances measured, as if one had measured it all.
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../../specs/kit/errors.ts';
import { RAW, readAbout } from './about.ts';
import { conclude, type Outcome } from './conclude.ts';
import { consoleOf, writable } from './journal.ts';

export async function merge(
  folders: readonly string[],
  report = 'chatproof-report',
  journal?: string,
): Promise<number> {
  const all = folders.map((folder) => ({ folder, about: readAbout(folder) }));
  const [first] = all;
  if (first === undefined)
    throw new UsageError('There is nothing to merge: name the folders of the instances.');
  const alien = all.find(({ about }) => about.run !== first.about.run);
  if (alien !== undefined)
    throw new UsageError(
      `${alien.folder} is of the run ${alien.about.run}, but ${first.folder} of the run ${first.about.run}: merge instances of one run.`,
    );
  if (new Set(folders.map((folder) => resolve(folder))).size < folders.length)
    throw new UsageError('A folder is named twice, and would be counted twice: name each once.');
  const raw = folders.map((folder) => resolve(folder, RAW));
  const lacking = raw.find((file) => !existsSync(file));
  if (lacking !== undefined)
    throw new UsageError(
      `There is no ${lacking}: run k6 with --out json=${lacking}, or leave its folder out.`,
    );
  const told = journal === undefined ? {} : { journal: toldOf(folders, journal) };
  const target = resolve(report);
  mkdirSync(target, { recursive: true });
  return conclude({ about: first.about, raw, report: target, ...told });
}

/** What they have told, when they were run so that they did. */
function toldOf(folders: readonly string[], journal: string): NonNullable<Outcome['journal']> {
  const lacking = folders.map(consoleOf).find((file) => !existsSync(file));
  if (lacking !== undefined)
    throw new UsageError(
      `There is no ${lacking}: run k6 as \`chatproof load --print --journal FILE\` shows, or leave --journal out.`,
    );
  return { file: writable(journal), folders: [...folders] };
}

/** The folder of each instance. */
export function foldersOf(report: string, instances: number): string[] {
  if (instances === 1) return [report];
  return Array.from({ length: instances }, (_, at) => join(report, `instance-${at + 1}`));
}
