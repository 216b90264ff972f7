// Everything that is generated from the specs, as texts; writing them is main's business.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Dialect } from '../kit/dialect.ts';
import { packageRoot } from '../kit/root.ts';
import { describe, readSpecFiles } from './describe.ts';
import { frameTypes } from './frame-types.ts';
import { httpTypes } from './http-types.ts';
import { readingsPage, requirementsPage } from './markdown.ts';

export interface Output {
  /** Relative to the package root. */
  path: string;
  content: string;
}

export interface Generated {
  dialect: Dialect;
  outputs: Output[];
}

/** The folders under specs/ that hold a dialect, sorted. */
export function dialectFolders(): string[] {
  const specs = join(packageRoot(), 'specs');
  return readdirSync(specs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(specs, entry.name, 'requirements.yaml')))
    .map((entry) => entry.name)
    .sort();
}

export async function generateDialect(name: string): Promise<Generated> {
  const folder = join(packageRoot(), 'specs', name);
  const files = readSpecFiles(folder);
  const dialect = await describe(folder, files);
  const generated = join('specs', name, 'generated');
  return {
    dialect,
    outputs: [
      { path: join(generated, 'dialect.json'), content: `${JSON.stringify(dialect, null, 2)}\n` },
      { path: join(generated, 'http.ts'), content: await httpTypes(files.openapi) },
      { path: join(generated, 'frames.ts'), content: await frameTypes(dialect) },
      { path: join('docs', 'requirements', `${name}.md`), content: requirementsPage(dialect) },
    ],
  };
}

export function generateShared(dialects: readonly Dialect[]): Output[] {
  return [{ path: join('docs', 'readings.md'), content: readingsPage(dialects) }];
}
