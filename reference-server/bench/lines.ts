// How much there is to read: lines of each part of the server, tests and what only tests use left out.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../specs/kit/root.ts';

export interface Lines {
  part: string;
  lines: number;
  /** Without blank lines, comments and imports. */
  code: number;
}

const FOLDER = join(packageRoot(), 'reference-server');

/** The shared parts, each dialect, and what stands beside the server: control plane, page, and what faults are made of. */
export function linesOfParts(): Lines[] {
  const dialects = readdirSync(join(FOLDER, 'dialects')).map((name) => `dialects/${name}`);
  return [
    sum('shared parts', [...filesIn('.'), ...filesIn('store')]),
    sum('page', [...filesIn('page'), ...filesIn('page/try-out')]),
    ...['control', 'fault-kit', ...dialects].map((part) => sum(part, filesIn(part))),
  ];
}

function filesIn(folder: string): string[] {
  const names = readdirSync(join(FOLDER, folder)).filter((name) => /^[\w-]+\.ts$/.test(name));
  return names.filter((name) => name !== 'testing.ts').map((name) => join(FOLDER, folder, name));
}

function sum(part: string, files: string[]): Lines {
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').trimEnd().split('\n'));
  return { part, lines: lines.length, code: lines.filter(isCode).length };
}

// Of an import over several lines, only the first and the last are told from code.
function isCode(line: string): boolean {
  return !/^\s*($|\/\/|\/\*|\*|import |\} from )/.test(line);
}
