// What a terminal shows of a load run.
import type { LoadResult } from '../../reports/load/model.ts';
import type { Summary } from '../../reports/model.ts';
import { overallMark } from '../../reports/verdicts.ts';

export function linesOf(result: LoadResult, { verdict }: Summary): string[] {
  const { sent, delivered, lost, duplicated, reordered, foreign, errors, perSecond } = result;
  const kinds = Object.entries(errors).map(([kind, times]) => `${times} × ${kind}`);
  return [
    `${result.dialect}, ${result.scenario}, profile ${result.profile}: ${result.conversations} conversations, ${result.seconds} s`,
    `  sent ${sent}, delivered ${delivered} (${perSecond}/s), lost ${lost}, duplicated ${duplicated}, reordered ${reordered}, foreign ${foreign}`,
    ...(kinds.length === 0 ? [] : [`  errors: ${kinds.join(', ')}`]),
    ...result.spreads.map(
      ({ metric, p50, p95, p99, max }) => `  ${metric}: p50 ${p50}, p95 ${p95}, p99 ${p99}, max ${max}`,
    ),
    ...result.objectives
      .filter(({ kept }) => !kept)
      .map(({ metric, condition, value }) => `✗ ${metric} ${condition}: it is ${rounded(value)}`),
    `${overallMark(verdict)} ${verdict}`,
  ];
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
