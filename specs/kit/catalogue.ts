// The catalogue of requirements over every dialect, looked up by id and by glob.
import { dialectNames, loadDialect, type Requirement } from './dialect.ts';
import { UsageError } from './errors.ts';
import { didYouMean, nearest } from './nearest.ts';

export { nearest };

export function requirements(): Requirement[] {
  return dialectNames().flatMap((name) => loadDialect(name).requirements);
}

export function requirement(id: string): Requirement {
  const found = requirementsOfSameDialect(id).find((one) => one.id === id);
  if (found !== undefined) return found;
  const ids = requirements().map((one) => one.id);
  throw new UsageError(`There is no requirement "${id}".${didYouMean(id, ids)}`);
}

/** The requirements whose id matches at least one glob; a glob that matches nothing is an error. */
export function requirementsMatching(globs: readonly string[]): Requirement[] {
  const all = requirements();
  const patterns = globs.map((glob) => ({ glob, matches: globMatcher(glob) }));
  for (const { glob, matches } of patterns) {
    if (all.some((one) => matches(one.id))) continue;
    const hint = didYouMean(
      glob,
      all.map((one) => one.id),
    );
    throw new UsageError(
      `No requirement matches "${glob}".${hint === '' ? ' `chatproof list` shows them all.' : hint}`,
    );
  }
  return all.filter((one) => patterns.some(({ matches }) => matches(one.id)));
}

/** `*` stands for any run of characters, dots included; everything else for itself. */
export function globMatcher(glob: string): (id: string) => boolean {
  const source = glob.split('*').map(escapePattern).join('.*');
  const pattern = new RegExp(`^${source}$`);
  return (id) => pattern.test(id);
}

function escapePattern(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}

function requirementsOfSameDialect(id: string): Requirement[] {
  const name = id.split('.')[0] ?? '';
  return dialectNames().includes(name) ? loadDialect(name).requirements : [];
}
