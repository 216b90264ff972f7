// What the committed kill matrix says about the checks.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Strength } from '../../reports/model.ts';
import { packageRoot } from '../../specs/kit/root.ts';
import type { Matrix } from '../kill/matrix.ts';

/** Without a matrix the report says 0 of 0. */
export function strengthOfTheSuite(dialects: readonly string[]): Strength {
  const matrix = committedMatrix();
  if (matrix === undefined) return { faultsCaught: 0, faultsTotal: 0 };
  const { faultsCaught, faultsTotal, perDialect, cells } = matrix;
  return {
    faultsCaught,
    faultsTotal,
    dialects: Object.entries(perDialect)
      .filter(([name]) => dialects.includes(name))
      .map(([name, figures]) => ({ name, ...figures })),
    survivors: cells
      .filter(({ dialect, caught }) => !caught && dialects.includes(dialect))
      .map(({ dialect, fault, because = 'not with every seed' }) => ({ dialect, fault, because })),
  };
}

function committedMatrix(): Matrix | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(join(packageRoot(), 'docs/kill-matrix.json'), 'utf8'));
    return isMatrix(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isMatrix(value: unknown): value is Matrix {
  return typeof value === 'object' && value !== null && 'faultsTotal' in value && 'cells' in value;
}
