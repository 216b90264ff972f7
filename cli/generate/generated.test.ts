import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../specs/kit/root.ts';
import { generateIndexes } from './indexes.ts';

it('has up-to-date indexes of the checks and the faults', async () => {
  const stale = (await generateIndexes()).filter(({ path, content }) => {
    const file = join(packageRoot(), path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== content;
  });
  expect(
    stale.map(({ path }) => path),
    'Stale: run `npm run generate` and commit what it writes.',
  ).toEqual([]);
});
