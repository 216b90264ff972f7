// Words of a text, for the laws about what must not be copied from the documents.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../kit/root.ts';

/** The files that git knows or would add; none outside a repository. */
export function projectFiles(): string[] {
  try {
    const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
      cwd: packageRoot(),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return listed.split('\n').filter((file) => file !== '' && file !== 'package-lock.json');
  } catch {
    return [];
  }
}

export function contentOf(file: string): string {
  try {
    return readFileSync(join(packageRoot(), file), 'utf8');
  } catch {
    // Deleted, and not committed yet.
    return '';
  }
}

/** Every run of `length` words, in lower case, of the prose of a Markdown text: without its code. */
export function runsOfProse(text: string, length: number): Set<string> {
  let inCode = false;
  const lines = text.split('\n').map((line) => {
    const opens = /^\s*```\w/.test(line);
    const fence = opens || line.trimEnd().endsWith('```');
    const code = inCode || fence;
    if (fence) inCode = opens || !inCode;
    return code ? '' : line;
  });
  return runs(lines.join('\n').replace(/`[^`\n]*`/g, ' '), length);
}

export function runs(text: string, length: number): Set<string> {
  const words = text.toLowerCase().match(/[a-z'_]+/g) ?? [];
  const found = new Set<string>();
  for (let index = 0; index + length <= words.length; index += 1) {
    found.add(words.slice(index, index + length).join(' '));
  }
  return found;
}

/** The words of a text, and up to three in a row where nothing but punctuation joins them, such as in a host name. */
export function joinedWords(text: string): Set<string> {
  const found = new Set<string>();
  for (const chunk of new Set(text.toLowerCase().split(/[\s"'`<>()[\]{}]+/))) {
    const words = chunk.split(/[^a-z0-9]+/).filter((word) => word !== '');
    for (const [index] of words.entries()) {
      for (let length = 1; length <= 3 && index + length <= words.length; length += 1) {
        found.add(words.slice(index, index + length).join('-'));
      }
    }
  }
  return found;
}

export function sha256(word: string): string {
  return createHash('sha256').update(word).digest('hex');
}
