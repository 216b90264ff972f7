// The report of a load run: the same report as of a check, with a load section and without requirements.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadResult } from '../../reports/load/model.ts';
import type { Report, Summary } from '../../reports/model.ts';
import { loadDialect } from '../../specs/kit/dialect.ts';
import { packageRoot } from '../../specs/kit/root.ts';

export interface Run {
  result: LoadResult;
  target: { http: string; ws: string };
  embedded: boolean;
  startedAt: Date;
  durationMs: number;
  endedEarly?: string;
}

const NONE = { pass: 0, fail: 0, warn: 0, inconclusive: 0, inapplicable: 0, known: 0, harnessError: 0 };

export function reportOf({ result, target, embedded, startedAt, durationMs, endedEarly }: Run): Report {
  const summary = summaryOf(result, endedEarly);
  const { version }: { version?: unknown } = JSON.parse(
    readFileSync(join(packageRoot(), 'package.json'), 'utf8'),
  );
  return {
    schema: 'chatproof/report@1',
    tool: { name: 'chatproof', version: String(version), node: process.version },
    dialects: [
      {
        name: result.dialect,
        title: loadDialect(result.dialect).title,
        target: target.http,
        ws: target.ws,
        embedded,
        summary,
      },
    ],
    target: embedded ? 'the embedded reference server' : target.http,
    seed: 0,
    profile: result.profile,
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(durationMs),
    ...(endedEarly === undefined ? {} : { endedEarly }),
    summary,
    observed: [],
    declaredDeviations: [],
    baselineProblems: [],
    suite: { faultsCaught: 0, faultsTotal: 0 },
    requirements: [],
    checks: [],
    load: result,
  };
}

/** A broken objective outweighs that the run ended early; nothing at all, or times of a late k6, have shown nothing. */
function summaryOf({ objectives, sent }: LoadResult, endedEarly: string | undefined): Summary {
  const level = 'must' as const;
  const broken = objectives.filter(({ kept }) => !kept);
  if (broken.some(({ lag }) => lag === undefined))
    return { ...NONE, level, verdict: 'not conformant', exitCode: 1 };
  if (endedEarly !== undefined || sent === 0 || broken.length > 0)
    return { ...NONE, level, verdict: 'inconclusive', exitCode: 2 };
  return { ...NONE, level, verdict: 'conformant', exitCode: 0 };
}
