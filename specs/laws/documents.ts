// The source texts, which lie beside the project where it is developed, and are absent elsewhere.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dialect, Requirement } from '../kit/dialect.ts';
import { packageRoot } from '../kit/root.ts';

export interface SourceText {
  sha256: string;
  lines: string[];
}

/** The document of a dialect; nothing when it does not lie beside the project. */
export function documentOf(dialect: Dialect): SourceText | undefined {
  const file = join(packageRoot(), '..', 'shared', 'documents', dialect.document.file);
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const text = bytes.toString('utf8').replace(/\n$/, '');
  return { sha256: createHash('sha256').update(bytes).digest('hex'), lines: text.split('\n') };
}

export interface Range {
  file: string;
  first: number;
  last: number;
}

/** "receipts.md:41-48, receipts.md:60" as ranges of lines. */
export function rangesOf(source: string): Range[] {
  return source.split(', ').map((part) => {
    const [file = '', lines = ''] = part.split(':');
    const [first = Number.NaN, last = first] = lines.split('-').map(Number);
    return { file, first, last };
  });
}

/** What is wrong with a source: lines that the document does not have, or has only empty ones of. */
export function problemsOfSource(
  source: string,
  dialect: Dialect,
  document: SourceText | undefined,
): string[] {
  return rangesOf(source).flatMap(({ file, first, last }) => {
    const place = `${file}:${first}-${last}`;
    if (file !== dialect.document.file) return [`${place} is not in ${dialect.document.file}`];
    if (!(first >= 1 && first <= last && last <= dialect.document.lines)) return [`${place} does not exist`];
    const text = document?.lines.slice(first - 1, last).join('');
    return text?.trim() === '' ? [`${place} is empty`] : [];
  });
}

const NEAR = 12;

/** The names in backticks that occur nowhere near the lines which a requirement gives as its source. */
export function namesNotNear(one: Requirement, document: SourceText): string[] {
  const near = rangesOf(one.source)
    .map(({ first, last }) => document.lines.slice(Math.max(0, first - 1 - NEAR), last + NEAR).join('\n'))
    .join('\n');
  const names = [...one.says.matchAll(/`([A-Za-z_][\w-]*)`/g)].map(([, name = '']) => name);
  return names.filter((name) => !near.includes(name));
}
