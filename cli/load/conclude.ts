// From k6's output to the reports, what the terminal shows, and the exit code.
import { relative } from 'node:path';
import { formatNamed } from '../../reports/formats.ts';
import { writeReports } from '../../reports/write.ts';
import type { RunAbout } from './about.ts';
import { fold } from './fold.ts';
import { joinJournals } from './journal.ts';
import { linesOf } from './print.ts';
import { reportOf } from './report.ts';
import { type Samples, samplesOf } from './samples.ts';

export interface Outcome {
  about: RunAbout;
  /** k6's output, one file for each instance. */
  raw: string[];
  report: string;
  /** The file for the journal, and the folders of those who have told it. */
  journal?: { file: string; folders: string[] };
  /** When it was and how long it took, where that is not seen from the output. */
  when?: { startedAt: Date; durationMs: number };
  endedEarly?: string;
}

export async function conclude({
  about,
  raw,
  report: folder,
  journal,
  when,
  ...more
}: Outcome): Promise<number> {
  const { run: _, target, embedded, ...what } = about;
  const instances = raw.length > 1 ? { instances: raw.length } : {};
  const names = raw.map((file) => relative(folder, file)).join(', ');
  const samples = await samplesOf(raw);
  const result = fold(samples, { ...what, ...instances, raw: names });
  const report = reportOf({ result, target, embedded, ...(when ?? spanOf(samples)), ...more });
  const formats = await Promise.all(['json', 'html'].map(formatNamed));
  const files = await writeReports(report, formats, folder);
  for (const { problem } of files) if (problem !== undefined) process.stderr.write(`${problem}\n`);
  const page = files.find(({ format }) => format === 'html')?.path;
  const at = page === undefined ? [] : [`Report: ${relative(process.cwd(), page)}`];
  if (journal !== undefined) {
    await joinJournals(journal.folders, journal.file);
    at.push(`Journal: ${relative(process.cwd(), journal.file)}`);
  }
  process.stdout.write(`${[...linesOf(result, report.summary), ...at].join('\n')}\n`);
  return report.summary.exitCode;
}

/** From the first second with a sample to the last. */
function spanOf({ seconds }: Samples): { startedAt: Date; durationMs: number } {
  const all = [...seconds.keys()].sort((one, other) => one - other);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return { startedAt: new Date(), durationMs: 0 };
  return { startedAt: new Date(first * 1000), durationMs: (last - first + 1) * 1000 };
}
