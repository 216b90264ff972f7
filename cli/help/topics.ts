// The topics of `chatproof help`: the pages of docs/, found by their path.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../specs/kit/root.ts';

const FOLDER = join(packageRoot(), 'docs');

export function topicNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.replace(/\.md$/, ''))
    .sort();
}

/** The page as Markdown. */
export function topicText(name: string): string {
  return readFileSync(join(FOLDER, `${name}.md`), 'utf8');
}

export function titleOf(text: string): string {
  return /^# (.*)$/m.exec(text)?.[1] ?? '';
}
