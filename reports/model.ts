// The report, as data. report.json is this, every other format is a view of it.
import type { CheckOutcome, Entry, Failure, Observation, Verdict } from '../suites/kit/outcome.ts';
import type { LoadResult } from './load/model.ts';

export type { CheckOutcome, Entry, Failure, Observation, Verdict };

export interface RequirementResult {
  id: string;
  dialect: string;
  /** The second part of the id: "history" in receipts.history.newest-first. */
  area: string;
  level: 'must' | 'should' | 'may';
  evidence: 'stated' | 'shown' | 'implied' | 'practice';
  says: string;
  source: string;
  reading?: string;
  verdict: Verdict;
  /** Why it is inconclusive or inapplicable, or the reason in the baseline when it is known. */
  reason?: string;
  /** Ids of the checks that decided it. */
  checks: string[];
}

export interface DeclaredDeviation {
  kind: 'accepts' | 'path' | 'capability';
  name: string;
  says: string;
}

export interface BaselineProblem {
  requirement: string;
  /** "passes now", "fails differently", "expired on 2026-01-01". */
  says: string;
}

export interface Summary {
  /** What the exit code says: 0 conformant, 1 not conformant, 2 inconclusive, 3 unreachable, 5 harness error. */
  verdict: 'conformant' | 'not conformant' | 'inconclusive' | 'unreachable' | 'harness error';
  exitCode: number;
  /** The lowest level whose failure fails the run. */
  level: 'must' | 'should' | 'may';
  /** Requirements by verdict. */
  pass: number;
  fail: number;
  warn: number;
  inconclusive: number;
  inapplicable: number;
  known: number;
  harnessError: number;
}

export interface Report {
  schema: 'chatproof/report@1';
  tool: { name: 'chatproof'; version: string; node: string };
  dialects: {
    name: string;
    title: string;
    target: string;
    ws: string;
    embedded: boolean;
    summary: Summary;
  }[];
  target: string;
  seed: number;
  profile: string;
  startedAt: string;
  durationMs: number;
  /** One sentence on why the run ended early, when it did: interrupted, bail, unreachable. */
  endedEarly?: string;
  summary: Summary;
  observed: (Observation & { dialect: string; times: number })[];
  declaredDeviations: (DeclaredDeviation & { dialect: string })[];
  baselineProblems: BaselineProblem[];
  suite: Strength;
  requirements: RequirementResult[];
  checks: CheckOutcome[];
  /** Filled by `chatproof load`. */
  load?: LoadResult;
}

/** How many of the reference server's faults the checks catch, as the kill matrix says. */
export interface Strength {
  faultsCaught: number;
  faultsTotal: number;
  dialects?: { name: string; caught: number; total: number; checks: number; proven: number }[];
  /** The faults that no check catches. */
  survivors?: { dialect: string; fault: string; because: string }[];
}

/** A report format: one file in reports/formats/, found by its path. */
export interface Format {
  /** What `--format` takes. */
  name: string;
  says: string;
  /** The file written into the report folder; none for what goes to the terminal. */
  file?: string;
  render(report: Report, options: RenderOptions): string;
}

export interface RenderOptions {
  colour: boolean;
  width: number;
}
