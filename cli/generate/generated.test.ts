import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../specs/kit/root.ts';
import { generatedPages } from '../docs/pages.ts';
import { generateIndexes } from './indexes.ts';

it.each([
  ['indexes of the checks and the faults', generateIndexes],
  ['pages about commands, configuration and protocols', generatedPages],
])('has up-to-date %s', async (_, generate) => {
  const stale = (await generate()).filter(({ path, content }) => {
    const file = join(packageRoot(), path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== content;
  });
  expect(
    stale.map(({ path }) => path),
    'Stale: run `npm run generate` and commit what it writes.',
  ).toEqual([]);
});
