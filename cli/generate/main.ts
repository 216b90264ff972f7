// npm run generate, its second half: what is generated from the checks, the faults and the command line.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../specs/kit/root.ts';
import { generatedPages } from '../docs/pages.ts';
import { generateIndexes } from './indexes.ts';

for (const { path, content } of [...(await generateIndexes()), ...(await generatedPages())]) {
  const file = join(packageRoot(), path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
