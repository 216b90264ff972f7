// Which checks decide a requirement, and which faults prove those checks: from the generated indexes, where they are.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../specs/kit/root.ts';

export interface IndexedCheck {
  id: string;
  file: string;
  says: string;
  requires: string[];
  catches: string[];
}

export interface IndexedFault {
  name: string;
  kind: string;
  says: string;
  dialects: string[];
  breaks: string[];
  sometimes?: string;
}

export function checksOf(
  requirement: string,
  all: readonly IndexedCheck[] = indexedChecks(),
): IndexedCheck[] {
  return all.filter(({ requires }) => requires.includes(requirement));
}

export function faultsOf(
  requirement: string,
  all: readonly IndexedFault[] = indexedFaults(),
): IndexedFault[] {
  return all.filter(({ breaks }) => breaks.includes(requirement));
}

export function indexedChecks(): IndexedCheck[] {
  return readIndex(['suites', 'generated', 'checks.json'], isCheck);
}

export function indexedFaults(): IndexedFault[] {
  return readIndex(['reference-server', 'generated', 'faults.json'], isFault);
}

function readIndex<T>(path: readonly string[], isEntry: (value: unknown) => value is T): T[] {
  const file = join(packageRoot(), ...path);
  if (!existsSync(file)) return [];
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (Array.isArray(value) && value.every(isEntry)) return value;
  throw new Error(
    `${path.join('/')} is not the index that \`npm run generate\` writes: run it, or install chatproof again.`,
  );
}

function isCheck(value: unknown): value is IndexedCheck {
  return hasTexts(value, ['id', 'file', 'says']) && hasLists(value, ['requires', 'catches']);
}

function isFault(value: unknown): value is IndexedFault {
  return hasTexts(value, ['name', 'kind', 'says']) && hasLists(value, ['dialects', 'breaks']);
}

function hasTexts(value: unknown, keys: readonly string[]): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    keys.every((key) => typeof Reflect.get(value, key) === 'string')
  );
}

function hasLists(value: object, keys: readonly string[]): boolean {
  return keys.every((key) => Array.isArray(Reflect.get(value, key)));
}
