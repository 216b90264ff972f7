// Part of npm run build: takes away what was compiled from files that are gone. The path is the registry, so that
// what a deleted or renamed file left behind would still be a check, a fault or a command.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../specs/kit/root.ts';

/** The compiled files that no source file stands behind, relative to `dist`. */
export function orphans(dist: string, root: string): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.js$|\.d\.ts$/.test(file))
    .filter((file) => !existsSync(join(root, file.replace(/\.js$|\.d\.ts$/, '.ts'))));
}

if (process.argv[1] === import.meta.filename) {
  const dist = join(packageRoot(), 'dist');
  for (const file of orphans(dist, packageRoot())) rmSync(join(dist, file));
}
