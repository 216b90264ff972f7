// From findings to failures: one for each requirement, and the journal beside the report.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, Failures } from '../kit/failure.ts';
import type { Entry } from '../kit/outcome.ts';
import type { World } from '../kit/world.ts';
import type { Event } from './events.ts';
import type { Finding } from './finding.ts';
import { writeJournal } from './journal.ts';
import { findingsIn } from './judges.ts';
import { brokenBy } from './promises.ts';

/** Throws what the judges find in this journal, as far as the dialect promises the contrary. */
export function expectFlawless(
  world: World,
  { events, entries }: { events: readonly Event[]; entries: readonly Entry[] },
  blame = (finding: Finding): string | undefined => brokenBy(finding, world.dialect),
): void {
  const broken = new Map<string, Finding[]>();
  for (const finding of findingsIn(events)) {
    const id = blame(finding);
    if (id !== undefined) broken.set(id, [...(broken.get(id) ?? []), finding]);
  }
  if (broken.size === 0) return;
  const file = keep(world, events);
  throw new Failures([...broken].map(([id, findings]) => failure(id, findings, { entries, file })));
}

function failure(
  requirement: string,
  findings: readonly Finding[],
  { entries, file }: { entries: readonly Entry[]; file: string | undefined },
): Failure {
  const [first, ...others] = findings.toSorted((one, other) => one.witness.length - other.witness.length);
  const witness = (first?.witness ?? []).flatMap((line) => entries[line] ?? []);
  const last = witness.at(-1);
  if (last !== undefined) last.offending = true;
  const more = others.length === 0 ? '' : `; ${others.length} more like it`;
  return new Failure({
    expected: first?.expected ?? '',
    received: `${first?.received ?? ''}${more}${file === undefined ? '' : ` (all of it: chatproof judge ${file})`}`,
    because: first?.because ?? '',
    requirement,
    witness: [...new Set(witness)],
    signature: `the history shows what is ${first?.judge} (${first?.place})`,
  });
}

/** Writes the journal beside the report; gives its path. */
function keep({ context, dialect, text }: World, events: readonly Event[]): string | undefined {
  if (context.report === undefined) return undefined;
  const folder = join(context.report, 'journals');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${dialect.name}-${context.seed}-${text().split(' ').at(-1)}.jsonl`);
  writeFileSync(file, writeJournal(events));
  return file;
}
