// A sequence that breaks a promise, kept in a file: for people to follow, and for `chatproof replay`.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../specs/kit/errors.ts';
import type { Shared } from '../kit/judge.ts';
import { isObject, show } from '../kit/match.ts';
import type { Claim } from './finding.ts';
import type { Failed } from './search.ts';
import { readSteps, type Step, sentenceOf } from './step.ts';

export interface Counterexample {
  schema: 'chatproof/counterexample@1';
  dialect: string;
  requirement: string;
  seed: number;
  expected: string;
  received: string;
  because: string;
  /** For people: what to do, line by line. */
  script: string[];
  steps: Step[];
  claim?: Claim;
}

/** The numbered lines; what every run ends with comes after a line of its own. */
export function scriptOf(steps: readonly Step[], chosen = steps.length): string[] {
  return steps.map(
    (step, at) => `${at + 1}. ${sentenceOf(step)}${at >= chosen ? ' (as every run ends)' : ''}`,
  );
}

export function fileOf(folder: string, requirement: string): string {
  return join(folder, 'counterexamples', `${requirement}.json`);
}

export async function keep(
  folder: string,
  { finding, requirement, steps, chosen }: Failed,
  { dialect, context }: Pick<Shared, 'dialect' | 'context'>,
): Promise<string> {
  const { expected, received, because, claim } = finding;
  const whole: Counterexample = {
    schema: 'chatproof/counterexample@1',
    dialect: dialect.name,
    requirement,
    seed: context.seed,
    expected,
    received,
    because,
    script: scriptOf(steps, chosen),
    steps,
    ...(claim === undefined ? {} : { claim }),
  };
  const file = fileOf(folder, requirement);
  await mkdir(join(folder, 'counterexamples'), { recursive: true });
  await writeFile(file, `${JSON.stringify(whole, undefined, 2)}\n`);
  return file;
}

export function readCounterexample(text: string, from: string): Counterexample {
  const value = parsed(text, from);
  if (!isObject(value) || value['schema'] !== 'chatproof/counterexample@1')
    throw new UsageError(
      `${from} is no counterexample of chatproof (its "schema" is ${show(isObject(value) ? value['schema'] : value, 40)}): give a file of the folder counterexamples/ beside a report.`,
    );
  const word = (name: string): string => {
    const given = value[name];
    if (typeof given === 'string') return given;
    throw new UsageError(`${from} has ${show(given, 40)} for "${name}": it has to be a text.`);
  };
  const steps = readSteps(value['steps'], from);
  const claim = isClaim(value['claim']) ? value['claim'] : undefined;
  return {
    schema: 'chatproof/counterexample@1',
    dialect: word('dialect'),
    requirement: word('requirement'),
    seed: Number.isInteger(value['seed']) ? Number(value['seed']) : 0,
    expected: word('expected'),
    received: word('received'),
    because: word('because'),
    script: scriptOf(steps),
    steps,
    ...(claim === undefined ? {} : { claim }),
  };
}

function isClaim(value: unknown): value is Claim {
  return isObject(value) && typeof value['on'] === 'string' && typeof value['where'] === 'string';
}

function parsed(text: string, from: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${from} is not JSON: it begins with ${JSON.stringify(text.slice(0, 40))}.`);
  }
}
