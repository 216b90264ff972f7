import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dialectFolders, generateDialect, generateShared, type Output } from './generate/outputs.ts';
import { loadDialect } from './kit/dialect.ts';
import { packageRoot } from './kit/root.ts';

const names = dialectFolders();

it.each(names)('has up-to-date generated files for %s', async (name) => {
  const { outputs } = await generateDialect(name);
  expectUpToDate(outputs);
});

it('has up-to-date pages about every dialect', () => {
  expectUpToDate(generateShared(names.map(loadDialect)));
});

function expectUpToDate(outputs: readonly Output[]): void {
  const stale = outputs.filter(({ path, content }) => onDisk(path) !== content).map(({ path }) => path);
  expect(stale, 'Stale: run `npm run generate` and commit what it writes.').toEqual([]);
}

function onDisk(path: string): string | undefined {
  try {
    return readFileSync(join(packageRoot(), path), 'utf8');
  } catch {
    return undefined;
  }
}
