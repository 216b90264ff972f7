// What one place in the specs says about another: `$ref`s, and the requirement ids that operations and frames name.
import { didYouMean } from '../kit/nearest.ts';
import { isRecord } from './json.ts';
import { wrong, type YamlFile } from './yaml-file.ts';

const NAMES_A_REQUIREMENT = ['x-shape', 'x-values', 'x-requirement', 'x-value-requirement'];

/** Throws at the first `$ref` that leads nowhere. */
export function checkReferences(file: YamlFile): void {
  for (const { value, path, line } of file.scalars) {
    if (path.at(-1) !== '$ref' || typeof value !== 'string') continue;
    if (!value.startsWith('#/')) {
      throw wrong(
        file,
        line,
        `"${value}" leads out of this file: write what it names in here, and refer to it by "#/…".`,
      );
    }
    const missing = firstMissing(file.value, value);
    if (missing === undefined) continue;
    throw wrong(file, line, `"${value}" leads nowhere: there is no "${missing.key}".${missing.hint}`);
  }
}

function firstMissing(root: unknown, pointer: string): { key: string; hint: string } | undefined {
  let at: unknown = root;
  for (const part of pointer.slice(2).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!isRecord(at) || !(key in at)) {
      return {
        key,
        hint: didYouMean(key, isRecord(at) ? Object.keys(at) : []) || ' Add it, or mend the reference.',
      };
    }
    at = at[key];
  }
  return undefined;
}

/** Every place of a spec file that names a requirement. */
export function requirementsNamed(file: YamlFile): { id: string; path: (string | number)[]; line: number }[] {
  return file.scalars.flatMap(({ value, path, line }) => {
    const key = path.at(-1);
    const inList = path.at(-2) === 'x-requirements' && typeof key === 'number';
    const single = typeof key === 'string' && NAMES_A_REQUIREMENT.includes(key);
    return (inList || single) && typeof value === 'string' ? [{ id: value, path, line }] : [];
  });
}

/** Throws at the first requirement that a spec file names and the catalogue does not have. */
export function checkRequirementsNamed(file: YamlFile, known: readonly string[]): void {
  for (const { id, line } of requirementsNamed(file)) {
    if (known.includes(id)) continue;
    const hint = didYouMean(id, known) || ' Add it to requirements.yaml, or mend the id.';
    throw wrong(file, line, `there is no requirement "${id}".${hint}`);
  }
}
