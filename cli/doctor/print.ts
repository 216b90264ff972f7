// What a visit of the doctor looks like on a terminal, line by line as it goes on.
import { palette } from '../../reports/console/palette.ts';
import { wrap } from '../../reports/wrap.ts';
import type { CheckFlags } from '../check/options.ts';
import type { ExitCode } from '../exit-codes.ts';
import { doctor, exitCodeOf, type Step } from './doctor.ts';

const LABEL = 16;

export async function printVisits(
  dialects: readonly string[],
  flags: CheckFlags,
  json: boolean,
): Promise<ExitCode> {
  const width = Math.min(process.stdout.columns ?? 80, 120);
  const colour = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  let shown: string | undefined;
  const visits = await doctor(dialects, flags, ({ dialect, target }, step) => {
    if (json) return;
    if (dialect !== shown)
      process.stdout.write(`${shown === undefined ? '' : '\n'}${dialect} at ${target}\n`);
    shown = dialect;
    process.stdout.write(`${rendered(step, { width, colour }).join('\n')}\n`);
  });
  if (json) process.stdout.write(`${JSON.stringify(visits, null, 2)}\n`);
  else
    for (const { dialect, steps } of visits)
      if (steps.every(({ ok }) => ok === true))
        process.stdout.write(`\nReady: run \`chatproof check ${dialect}\` with the same options.\n`);
  return exitCodeOf(visits);
}

function rendered(
  { name, ok, says, mend, write }: Step,
  { width, colour }: { width: number; colour: boolean },
): string[] {
  const paint = palette(colour);
  if (ok === undefined) return [paint.dim(`- ${name.padEnd(LABEL)}${says}`)];
  const mark = ok ? paint.verdict('pass', '✓') : paint.verdict('fail', '✗');
  const [first = '', ...more] = wrap(says, width - LABEL - 2);
  const indent = ' '.repeat(LABEL + 2);
  return [
    `${mark} ${name.padEnd(LABEL)}${first}`,
    ...more.map((line) => `${indent}${line}`),
    ...(mend === undefined
      ? []
      : wrap(mend, width - LABEL - 2).map((line) => `${indent}${paint.strong(line)}`)),
    ...(write === undefined
      ? []
      : write
          .trimEnd()
          .split('\n')
          .map((line) => `${indent}  ${line}`)),
  ];
}
