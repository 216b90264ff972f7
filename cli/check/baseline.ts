// Known failures, kept outside the suites: they still run, and whatever changes about them is red.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseDocument, stringify } from 'yaml';
import type { BaselineProblem, CheckOutcome } from '../../reports/model.ts';
import { requirement } from '../../specs/kit/catalogue.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import { isObject, show } from '../../suites/kit/match.ts';

export interface Known {
  requirement: string;
  /** What was observed, normalised. */
  signature: string;
  reason: string;
  /** "2027-01-31": from that day on it is red again. */
  expires?: string;
}

export function readBaseline(file: string | undefined): Known[] {
  if (file === undefined) return [];
  if (!existsSync(file))
    throw new UsageError(`The baseline ${file} does not exist: pass --update-baseline to write one.`);
  const document = parseDocument(readFileSync(file, 'utf8'));
  const [error] = document.errors;
  if (error !== undefined)
    throw new UsageError(`The baseline ${file} is not YAML: ${error.message.split('\n')[0]}`);
  const value: unknown = document.toJS();
  const list: unknown = isObject(value) ? (value['known'] ?? []) : undefined;
  if (!Array.isArray(list))
    throw new UsageError(`The baseline ${file} has no list "known": it holds ${show(value, 60)}.`);
  return list.map((entry: unknown, at) => readKnown(entry, `${file}, entry ${at + 1}`));
}

function readKnown(entry: unknown, where: string): Known {
  if (!isObject(entry))
    throw new UsageError(`${where} is ${show(entry, 40)}: give requirement, signature and reason.`);
  for (const key of ['requirement', 'signature', 'reason']) {
    if (typeof entry[key] !== 'string' || entry[key] === '')
      throw new UsageError(`${where} has no "${key}": add it.`);
  }
  const { id } = requirement(String(entry['requirement']));
  const expires = entry['expires'];
  if (expires !== undefined && Number.isNaN(Date.parse(String(expires))))
    throw new UsageError(`${where} expires on ${show(expires)}, which is no date: write it as 2027-01-31.`);
  return {
    requirement: id,
    signature: String(entry['signature']),
    reason: String(entry['reason']),
    ...(expires === undefined ? {} : { expires: String(expires) }),
  };
}

/** Turns listed failures into `known` ones, and says what about the list is not true any more. */
export function applyBaseline(
  known: readonly Known[],
  outcomes: readonly CheckOutcome[],
  today: Date,
  selected: ReadonlySet<string>,
): { outcomes: CheckOutcome[]; problems: BaselineProblem[] } {
  const problems: BaselineProblem[] = [];
  const expired = (entry: Known): boolean =>
    entry.expires !== undefined && Date.parse(entry.expires) < today.getTime();
  for (const entry of known) {
    if (!selected.has(entry.requirement)) continue;
    const seen = outcomes.flatMap(({ failures }) =>
      failures.filter((failure) => failure.requirement === entry.requirement),
    );
    const judged = outcomes.some(({ verdicts }) =>
      verdicts.some(({ requirement: id, verdict }) => id === entry.requirement && verdict === 'pass'),
    );
    if (expired(entry))
      problems.push({ requirement: entry.requirement, says: `expired on ${entry.expires}` });
    else if (seen.length === 0 && judged)
      problems.push({ requirement: entry.requirement, says: 'passes now: take it off the list' });
    else if (seen.length > 0 && !seen.some(({ signature }) => signature === entry.signature))
      problems.push({
        requirement: entry.requirement,
        says: `fails differently: ${seen[0]?.signature ?? ''}`,
      });
  }
  const listed = (requirementId: string, signature: string): Known | undefined =>
    known.find(
      (entry) => entry.requirement === requirementId && entry.signature === signature && !expired(entry),
    );
  return { problems, outcomes: outcomes.map((outcome) => mark(outcome, listed)) };
}

function mark(
  outcome: CheckOutcome,
  listed: (requirement: string, signature: string) => Known | undefined,
): CheckOutcome {
  const reasons: string[] = [];
  const verdicts = outcome.verdicts.map((one) => {
    const failures = outcome.failures.filter((failure) => failure.requirement === one.requirement);
    const entries = failures.map(({ signature }) => listed(one.requirement, signature));
    if (one.verdict !== 'fail' || failures.length === 0 || entries.includes(undefined)) return one;
    reasons.push(...entries.flatMap((entry) => entry?.reason ?? []));
    return { ...one, verdict: 'known' as const };
  });
  if (reasons.length === 0) return outcome;
  const verdict = verdicts.some((one) => one.verdict === 'fail') ? outcome.verdict : ('known' as const);
  return { ...outcome, verdicts, verdict, reason: [...new Set(reasons)].join('; ') };
}

/** Writes what fails now; entries that still hold keep their reason and date. */
export function writeBaseline(
  file: string,
  known: readonly Known[],
  outcomes: readonly CheckOutcome[],
): number {
  const entries = new Map<string, Known>();
  for (const { requirement: id, signature, because } of outcomes.flatMap(({ failures }) => failures)) {
    const before = known.find((entry) => entry.requirement === id && entry.signature === signature);
    entries.set(
      `${id} ${signature}`,
      before ?? { requirement: id, signature, reason: `Not looked into yet (${because})` },
    );
  }
  const sorted = [...entries.values()].sort((one, other) => one.requirement.localeCompare(other.requirement));
  const head =
    '# Known failures: chatproof still runs them, and says so when one passes, fails differently or expires.\n';
  writeFileSync(file, head + stringify({ known: sorted }, { lineWidth: 110 }));
  return sorted.length;
}
