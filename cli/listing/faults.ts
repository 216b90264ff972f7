// `chatproof faults`: what the reference server can be made to do wrong.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dialectNames } from '../../specs/kit/dialect.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import { didYouMean } from '../../specs/kit/nearest.ts';
import { packageRoot } from '../../specs/kit/root.ts';
import { type IndexedFault, indexedFaults } from './coverage.ts';

export function printFaults(names: readonly string[], json: boolean): void {
  const { listed, explained } = chosen(names, indexedFaults(), dialectNames());
  const text = json
    ? JSON.stringify([...listed, ...explained], null, 2)
    : [
        ...(listed.length === 0 ? [] : [list(listed)]),
        ...explained.map((fault) => explanation(fault, killers())),
      ].join('\n\n');
  process.stdout.write(`${text}\n`);
}

/** A word is a dialect, whose faults are listed, or a fault, which is explained. */
export function chosen(
  names: readonly string[],
  faults: readonly IndexedFault[],
  dialects: readonly string[],
): { listed: IndexedFault[]; explained: IndexedFault[] } {
  const known = [...dialects, ...faults.map(({ name }) => name)];
  for (const name of names) {
    if (!known.includes(name))
      throw new UsageError(`There is no dialect and no fault "${name}".${didYouMean(name, known)}`);
  }
  const wanted = names.length === 0 ? dialects : names;
  return {
    listed: faults.filter((fault) => fault.dialects.some((dialect) => wanted.includes(dialect))),
    explained: faults.filter(({ name }) => names.includes(name)),
  };
}

export function list(faults: readonly IndexedFault[]): string {
  const kinds = [...new Set(faults.map(({ kind }) => kind))].sort();
  const width = Math.max(...faults.map(({ name }) => name.length));
  return kinds
    .map((kind) => {
      const own = faults.filter((fault) => fault.kind === kind);
      return [kind, ...own.map(({ name, says }) => `  ${name.padEnd(width)}  ${says}`)].join('\n');
    })
    .join('\n\n');
}

export interface Killer {
  fault: string;
  dialect: string;
  check: string;
}

export function explanation(fault: IndexedFault, known: readonly Killer[]): string {
  const [first = ''] = fault.dialects;
  const checks = known.filter((killer) => killer.fault === fault.name).map(({ check }) => check);
  const rows: [string, readonly string[]][] = [
    ['kind', [fault.kind]],
    ['sometimes', fault.sometimes === undefined ? [] : [fault.sometimes]],
    ['dialects', [fault.dialects.join(', ')]],
    ['breaks', fault.breaks],
    ['caught by', [...new Set(checks)]],
    ['try', [`npx chatproof serve ${first} --fault ${fault.name}`]],
  ];
  const lines = rows.flatMap(([label, values]) =>
    values.map((value, at) => `  ${(at === 0 ? label : '').padEnd(11)}${value}`),
  );
  return [fault.name, '', `  ${fault.says}`, '', ...lines].join('\n');
}

/** What the committed kill matrix says about who catches what; nothing where there is none. */
function killers(): Killer[] {
  try {
    const { cells }: { cells?: unknown } = JSON.parse(
      readFileSync(join(packageRoot(), 'docs/kill-matrix.json'), 'utf8'),
    );
    return Array.isArray(cells) ? cells.flatMap(killersIn) : [];
  } catch {
    return [];
  }
}

function killersIn(cell: unknown): Killer[] {
  if (typeof cell !== 'object' || cell === null || !('fault' in cell) || !('dialect' in cell)) return [];
  const by = 'killedBy' in cell && Array.isArray(cell.killedBy) ? cell.killedBy : [];
  return by.map((one: unknown) => ({
    fault: String(cell.fault),
    dialect: String(cell.dialect),
    check: typeof one === 'object' && one !== null && 'check' in one ? String(one.check) : '',
  }));
}
