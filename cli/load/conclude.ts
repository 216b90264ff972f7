// From k6's output to the reports, what the terminal shows, and the exit code.
import { relative } from 'node:path';
import { formatNamed } from '../../reports/formats.ts';
import { writeReports } from '../../reports/write.ts';
import type { RunAbout } from './about.ts';
import { fold } from './fold.ts';
import { linesOf } from './print.ts';
import { reportOf } from './report.ts';
import { samplesOf } from './samples.ts';

export interface Outcome {
  about: RunAbout;
  /** k6's output, one file for each instance. */
  raw: string[];
  report: string;
  startedAt: Date;
  durationMs: number;
  endedEarly?: string;
}

export async function conclude({ about, raw, report: folder, ...when }: Outcome): Promise<number> {
  const { run: _, target, embedded, ...what } = about;
  const instances = raw.length > 1 ? { instances: raw.length } : {};
  const names = raw.map((file) => relative(folder, file)).join(', ');
  const result = fold(await samplesOf(raw), { ...what, ...instances, raw: names });
  const report = reportOf({ result, target, embedded, ...when });
  const formats = await Promise.all(['json', 'html'].map(formatNamed));
  const files = await writeReports(report, formats, folder);
  for (const { problem } of files) if (problem !== undefined) process.stderr.write(`${problem}\n`);
  const page = files.find(({ format }) => format === 'html')?.path;
  const at = page === undefined ? [] : [`Report: ${relative(process.cwd(), page)}`];
  process.stdout.write(`${[...linesOf(result, report.summary), ...at].join('\n')}\n`);
  return report.summary.exitCode;
}
