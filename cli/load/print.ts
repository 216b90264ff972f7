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
    ...(Object.keys(result.others).length === 0 ? [] : [`  ${spelled(result.others)}`]),
    ...result.spreads.map(
      ({ metric, p50, p95, p99, max }) => `  ${metric}: p50 ${p50}, p95 ${p95}, p99 ${p99}, max ${max}`,
    ),
    ...limitLines(result),
    ...lateness(result),
    ...result.objectives
      .filter(({ kept }) => !kept)
      .map(({ metric, condition, value, lag }) =>
        lag === undefined
          ? `✗ ${metric} ${condition}: it is ${rounded(value)}`
          : `? ${metric} ${condition}: it is ${rounded(value)}, but k6 itself was ${rounded(lag)} ms late: give it a machine that keeps up`,
      ),
    `${overallMark(verdict)} ${verdict}`,
  ];
}

function spelled(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name.replaceAll('_', ' ')} ${count}`)
    .join(', ');
}

function limitLines({ limit }: LoadResult): string[] {
  if (limit === undefined) return [];
  const { second, perSecond, condition, value, lag, blame } = limit;
  const why = blame === 'k6' ? `k6 itself was ${lag} ms late: give it more machines` : 'k6 was in time';
  return [
    `  Broke after ${second} s at ${perSecond}/s: chat_delivery_ms ${condition} was ${value} (${why}).`,
  ];
}

/** A slow k6 looks like a slow server: so it is said. */
function lateness({ spreads }: LoadResult): string[] {
  const lag = spreads.find(({ metric }) => metric === 'chat_lag_ms');
  const delivery = spreads.find(({ metric }) => metric === 'chat_delivery_ms');
  if (lag === undefined || delivery === undefined || lag.p95 < 100 || lag.p95 < delivery.p95 / 2) return [];
  return [
    `  k6 itself sent late (p95 ${lag.p95} ms): times say more about this machine than about the target.`,
  ];
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
