// A folder in which every file exports one named behaviour, called like the file.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../../specs/kit/errors.ts';
import { didYouMean } from '../../specs/kit/nearest.ts';
import { appliesTo, type Behaviour } from './faults.ts';

/** Which behaviours, what one of them is called, and which command lists them. */
export interface Folder<T extends Behaviour> {
  path: string;
  what: string;
  command: string;
  is(value: unknown): value is T;
}

export function namesIn({ path }: Pick<Folder<Behaviour>, 'path'>): string[] {
  return readdirSync(path)
    .filter((file) => /^[a-z0-9-]+\.(ts|js)$/.test(file))
    .map((file) => file.slice(0, -3))
    .sort();
}

export async function loadFrom<T extends Behaviour>(folder: Folder<T>, name: string): Promise<T> {
  const { path, what, command, is } = folder;
  const names = namesIn(folder);
  if (!names.includes(name)) {
    const hint = didYouMean(name, names) || ` \`${command}\` lists them all.`;
    throw new UsageError(`There is no ${what} "${name}".${hint}`);
  }
  const ending = import.meta.filename.slice(-3);
  const file: unknown = await import(pathToFileURL(join(path, name + ending)).href);
  const found: unknown =
    typeof file === 'object' && file !== null && 'default' in file ? file.default : undefined;
  if (is(found) && found.name === name) return found;
  throw new Error(`${join(path, name)}.ts has to export default a ${what} whose name is "${name}".`);
}

export async function loadAllFor<T extends Behaviour>(dialect: string, folder: Folder<T>): Promise<T[]> {
  const all = await Promise.all(namesIn(folder).map((name) => loadFrom(folder, name)));
  return all.filter((behaviour) => appliesTo(behaviour, dialect));
}
