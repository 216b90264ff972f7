// npm run generate [-- DIALECT…]: writes what is generated from the specs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Dialect } from '../kit/dialect.ts';
import { UsageError } from '../kit/errors.ts';
import { didYouMean } from '../kit/nearest.ts';
import { packageRoot } from '../kit/root.ts';
import { dialectFolders, generateDialect, generateShared, type Output } from './outputs.ts';

async function main(wanted: readonly string[]): Promise<void> {
  const all = dialectFolders();
  for (const name of wanted) {
    if (!all.includes(name))
      throw new UsageError(`There is no folder specs/${name}.${didYouMean(name, all)}`);
  }
  const dialects: Dialect[] = [];
  for (const name of all) {
    const generated = await generateDialect(name).catch(complain);
    if (generated === undefined) continue;
    dialects.push(generated.dialect);
    if (wanted.length === 0 || wanted.includes(name)) generated.outputs.forEach(write);
  }
  if (dialects.length === all.length) generateShared(dialects).forEach(write);
}

function write({ path, content }: Output): void {
  const file = join(packageRoot(), path);
  if (read(file) === content) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  console.log(`wrote ${path}`);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function complain(error: unknown): undefined {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = error instanceof UsageError ? 4 : 5;
}

await main(process.argv.slice(2)).catch(complain);
