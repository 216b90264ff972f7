import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

let found: string | undefined;

/** The folder that holds chatproof's package.json, for the sources and for the compiled code in dist/ alike. */
export function packageRoot(): string {
  found ??= walkUp(import.meta.dirname);
  return found;
}

function walkUp(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) {
    throw new Error(`No package.json lies above ${import.meta.dirname}: install chatproof again.`);
  }
  return walkUp(parent);
}
