// Every check that has been imported, and the files that hold them: the path is the registry.
import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../specs/kit/root.ts';
import type { Profile } from './context.ts';
import type { Shared } from './judge.ts';
import type { CheckOutcome } from './outcome.ts';

/** One check as one dialect has it. */
export interface Registered {
  /** "<dialect>/<folder>/<file>/<sentence>" */
  id: string;
  file: string;
  says: string;
  requires: readonly string[];
  catches: readonly string[];
  profile: Profile;
  /** It uses up people with disposable rooms. */
  fresh: boolean;
  /** It kills the target and has it started again. */
  restarts: boolean;
  /** Judges these of its requirements. */
  judge(shared: Shared, requires: readonly string[]): Promise<CheckOutcome>;
}

/** Gives the check as this dialect has it; undefined when it is not for this dialect. */
type Offer = (dialect: string) => Registered | undefined;

const offers: Offer[] = [];
const imported = new Set<string>();
let current: string | undefined;
let importing = Promise.resolve();

export function offerCheck(offer: Offer): void {
  offers.push(offer);
}

/** The path from the package's root to the source of the check file that is being imported. */
export function fileBeingImported(): string {
  if (current === undefined)
    throw new Error('A check was registered outside the import of its own *.check.ts file.');
  return current;
}

/** Imports the files of the dialect and the common ones, one after the other, and gives what they hold for it. */
export async function checksFor(dialect: string): Promise<Registered[]> {
  // Callers wait for one another: only one file at a time can be the one that is being imported.
  importing = importing.then(() => importFilesOf(dialect));
  await importing;
  return offers.flatMap((offer) => offer(dialect) ?? []);
}

async function importFilesOf(dialect: string): Promise<void> {
  for (const folder of [dialect, 'common', 'model', 'history']) {
    const url = new URL(`../${folder}/`, import.meta.url);
    for (const file of checkFilesIn(url)) await importOnce(new URL(file, url));
  }
}

const ending = import.meta.url.endsWith('.ts') ? '.check.ts' : '.check.js';

function checkFilesIn(folder: URL): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith(ending))
      .sort();
  } catch {
    return [];
  }
}

async function importOnce(url: URL): Promise<void> {
  if (imported.has(url.href)) return;
  imported.add(url.href);
  current = relative(packageRoot(), fileURLToPath(url))
    .replaceAll('\\', '/')
    .replace(/^dist\//, '')
    .replace(/\.js$/, '.ts');
  try {
    await import(url.href);
  } finally {
    current = undefined;
  }
}
