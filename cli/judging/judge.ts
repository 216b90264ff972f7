// `chatproof judge`: runs the judges on journals, whoever recorded them.
import { readFileSync, statSync } from 'node:fs';
import { standardText } from '../../reports/standard-lines.ts';
import { requirement as requirementNamed } from '../../specs/kit/catalogue.ts';
import { loadDialect } from '../../specs/kit/dialect.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import type { Event, Kind } from '../../suites/history/events.ts';
import type { Finding } from '../../suites/history/finding.ts';
import { readJournal } from '../../suites/history/journal.ts';
import { findingsIn, judges } from '../../suites/history/judges.ts';
import { brokenBy } from '../../suites/history/promises.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';

interface Found extends Finding {
  file: string;
  /** The requirement that it breaks, when the dialect is known. */
  requirement?: string;
  lines: { line: number; event: Event }[];
}

/** Lines that something can be wrong with. */
const judged: ReadonlySet<Kind> = new Set(['send', 'deliver', 'view', 'status', 'counter']);

export function judgeFiles(files: readonly string[], options: { dialect?: string; json?: true }): ExitCode {
  const journals = files.map((file) => ({ file, ...readJournal(readText(file), file) }));
  for (const { file, events } of journals)
    if (events.every(({ kind }) => !judged.has(kind)))
      throw new UsageError(
        `The journal ${file} tells of no message, count or view in its ${events.length} lines: record some, as docs/journal-format.md describes.`,
      );
  const found = journals.flatMap((journal) => findingsOf(journal, options.dialect));
  if (options.json === true) process.stdout.write(`${JSON.stringify({ findings: found }, null, 2)}\n`);
  else {
    for (const one of found) process.stdout.write(`${told(one).join('\n')}\n\n`);
    const verdict = found.length === 0 ? '✓ nothing found' : `✗ ${found.length} found`;
    process.stdout.write(`${verdict} in ${contents(journals)}\n`);
  }
  return found.length === 0 ? EXIT.fine : EXIT.notConformant;
}

/** "-" is what comes on standard input. */
function readText(file: string): string {
  const isInput = file === '-';
  if (!isInput && statSync(file, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new UsageError(`The journal ${file} is a folder: name the files in it, as ${file}/*.jsonl.`);
  try {
    return readFileSync(isInput ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new UsageError(`The journal ${file} cannot be read: check the path.`);
  }
}

/** What there was to judge: that nothing was found says nothing where there was nothing. */
function contents(journals: readonly Journal[]): string {
  const all = journals.flatMap(({ events }) => events);
  const count = (kind: Kind, one: string, more = `${one}s`): string => {
    const found = all.filter((event) => event.kind === kind).length;
    return `${found} ${found === 1 ? one : more}`;
  };
  const counts = [
    count('send', 'message'),
    count('deliver', 'delivery', 'deliveries'),
    count('view', 'view'),
  ];
  return `${all.length} lines: ${counts.join(', ')}`;
}

interface Journal {
  file: string;
  events: readonly Event[];
  numbers: readonly number[];
}

function findingsOf({ file, events, numbers }: Journal, named: string | undefined): Found[] {
  const [first] = events;
  const name = named ?? (first?.kind === 'journal' ? first.dialect : undefined);
  const dialect = name === undefined ? undefined : loadDialect(name);
  return findingsIn(events).flatMap((finding) => {
    const requirement = dialect === undefined ? undefined : brokenBy(finding, dialect);
    // What a dialect does not promise is not judged.
    if (dialect !== undefined && requirement === undefined) return [];
    const lines = finding.witness.flatMap((at) => {
      const event = events[at];
      return event === undefined ? [] : [{ line: numbers[at] ?? 0, event }];
    });
    return [{ file, ...(requirement === undefined ? {} : { requirement }), ...finding, lines }];
  });
}

function told(found: Found): string[] {
  const { file, judge, place, expected, received, because, lines, requirement } = found;
  const sent = lines.find(({ event }) => event.kind === 'send');
  const blamed = requirement === undefined ? undefined : requirementNamed(requirement);
  const block = standardText(
    {
      id: requirement ?? judge,
      facts: blamed === undefined ? [place] : [blamed.level, blamed.evidence, blamed.source],
      says: blamed?.says ?? judges.find(({ name }) => name === judge)?.says ?? '',
      lines: [
        { name: 'sent', text: sent === undefined ? 'nothing' : JSON.stringify(sent.event) },
        { name: 'expected', text: expected },
        { name: 'received', text: received },
        { name: 'because', text: because },
        { name: 'again', text: `npx chatproof judge ${file}` },
      ],
    },
    '✗',
    Math.min(process.stdout.columns ?? 100, 120),
  );
  return [...block, ...lines.map(({ line, event }) => `  ${file}:${line}  ${JSON.stringify(event)}`)];
}
