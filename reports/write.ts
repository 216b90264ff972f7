// Writes a report in several formats; a format that breaks costs nobody else theirs.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Format, RenderOptions, Report } from './model.ts';

export interface Written {
  format: string;
  /** The file as an absolute path; none when the format has a problem. */
  path?: string;
  /** One sentence on why this format was not written. */
  problem?: string;
}

const PLAIN: RenderOptions = { colour: false, width: 80 };

/** Formats without a file go to the terminal: they are left to the caller. */
export async function writeReports(
  report: Report,
  formats: readonly Format[],
  folder: string,
  options: RenderOptions = PLAIN,
): Promise<Written[]> {
  const files = formats.flatMap((format) =>
    format.file === undefined ? [] : [{ format, file: format.file }],
  );
  if (files.length === 0) return [];
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const problem = `The report folder "${folder}" can't be made (${message(error)}): pass --report with one that can.`;
    return files.map(({ format }) => ({ format: format.name, problem }));
  }
  return Promise.all(files.map(({ format, file }) => write(report, format, resolve(folder, file), options)));
}

async function write(report: Report, format: Format, path: string, options: RenderOptions): Promise<Written> {
  try {
    const text = format.render(report, { ...options, colour: false });
    // Beside its name first: a reader never finds half a report, and Ctrl-C leaves the last one whole.
    const draft = join(path, '..', `.${format.name}.draft`);
    await writeFile(draft, text);
    await rename(draft, path);
    return { format: format.name, path };
  } catch (error) {
    return {
      format: format.name,
      problem: `The report "${format.name}" was not written to ${path}: ${message(error)}.`,
    };
  }
}

function message(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}
