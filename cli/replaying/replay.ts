// `chatproof replay`: the steps of one counterexample on fresh people, or a script that does them without chatproof.
import { readFileSync } from 'node:fs';
import { loadDialect } from '../../specs/kit/dialect.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import { type Counterexample, readCounterexample, scriptOf } from '../../suites/model/counterexample.ts';
import { type Replayed, replay } from '../../suites/model/replay.ts';
import { loadConfig } from '../config/config.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { formNamed } from './forms.ts';
import { inPlace, type PlaceFlags } from './place.ts';
import { traceOf } from './trace.ts';

export type ReplayFlags = PlaceFlags & { as?: string };

export async function replayFile(file: string, flags: ReplayFlags): Promise<ExitCode> {
  const example = readCounterexample(readText(file), file);
  loadDialect(example.dialect);
  if (flags.as === undefined) return again(example, flags);
  const form = await formNamed(flags.as);
  // What is wrong with an order or with a name cannot be counted, and a script only counts; it has no files to upload.
  if (example.claim === undefined || example.steps.some((step) => step.do === 'upload'))
    throw new UsageError(
      `What ${file} shows (${example.because}) cannot be told by a script alone: keep it with chatproof replay ${file} --target URL.`,
    );
  // What goes over the wire is taken from a server that does everything right.
  const trace = await inPlace(example, {}, {}, async (place) =>
    traceOf(example, await replay(place, example.steps, { ends: false }), place.shared.context.target.auth),
  );
  process.stdout.write(form.print(example, trace));
  return EXIT.fine;
}

async function again(example: Counterexample, flags: ReplayFlags): Promise<ExitCode> {
  const config = loadConfig(flags.config);
  const replayed = await inPlace(example, flags, config, (place) => replay(place, example.steps));
  process.stdout.write(`${told(example, replayed)}\n`);
  if (replayed.finding !== undefined) return EXIT.notConformant;
  return replayed.reason === undefined ? EXIT.fine : EXIT.inconclusive;
}

function told(example: Counterexample, { finding, requirement, reason, steps }: Replayed): string {
  const script = scriptOf(steps).map((line) => `  ${line}`);
  if (finding === undefined)
    return [
      ...script,
      reason === undefined
        ? `✓ ${example.requirement} holds: ${example.because} did not happen.`
        : `? ${example.requirement} could not be judged: ${reason}`,
    ].join('\n');
  const { expected, received, because } = finding;
  return [
    `✗ ${requirement ?? example.requirement}`,
    ...script,
    `  expected  ${expected}`,
    `  received  ${received}`,
    `  because   ${because}`,
  ].join('\n');
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(
      `The counterexample ${file} cannot be read: give a file of the folder counterexamples/ beside a report.`,
    );
  }
}
