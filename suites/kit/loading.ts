// Which file of checks is being imported right now: an id names its file, and the entry imports one after the other.
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { packageRoot } from '../../specs/kit/root.ts';

let current: string | undefined;

export async function loadChecks(url: URL): Promise<void> {
  current = fromRoot(fileURLToPath(url));
  try {
    await import(url.href);
  } finally {
    current = undefined;
  }
}

/** The path from the package's root to the source file: "suites/receipts/history.check.ts". */
export function fileBeingLoaded(): string {
  return current ?? fromRoot(expect.getState().testPath ?? 'unknown');
}

function fromRoot(file: string): string {
  return relative(packageRoot(), file)
    .replaceAll('\\', '/')
    .replace(/^dist\//, '')
    .replace(/\.js$/, '.ts');
}
