// `chatproof diff`: two report files, and what changed from one to the other.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { diffReports, gotWorse } from '../../reports/diff.ts';
import type { Report } from '../../reports/model.ts';
import { renderDiff } from '../../reports/render-diff.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import { packageRoot } from '../../specs/kit/root.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';

export function compare(before: string, after: string, json: boolean): ExitCode {
  const diff = diffReports(readReport(before), readReport(after));
  const colour = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  const width = Math.min(process.stdout.columns ?? 80, 120);
  process.stdout.write(json ? `${JSON.stringify(diff, null, 2)}\n` : renderDiff(diff, { colour, width }));
  return gotWorse(diff) ? EXIT.notConformant : EXIT.fine;
}

/** A report that fits the schema. */
export function readReport(file: string): Report {
  const value = parsed(file);
  const validate = new Ajv2020({ validateFormats: false }).compile<Report>(schema());
  if (validate(value)) return value;
  const [error] = validate.errors ?? [];
  const where = error?.instancePath === '' || error === undefined ? '' : ` at ${error.instancePath}`;
  throw new UsageError(
    `${file} is no report of chatproof: it ${error?.message ?? 'does not fit the schema'}${where}. Give the report.json of a run.`,
  );
}

function parsed(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`The report ${file} cannot be read: give the path of the report.json of a run.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${file} is not JSON: give the report.json of a run, not another format.`);
  }
}

function schema(): object {
  return JSON.parse(readFileSync(join(packageRoot(), 'reports', 'report.schema.json'), 'utf8'));
}
