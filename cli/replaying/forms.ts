// The forms in which a counterexample can be printed: one file each in cli/replaying/as/, found by its path.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../../specs/kit/errors.ts';
import { didYouMean } from '../../specs/kit/nearest.ts';
import type { Counterexample } from '../../suites/model/counterexample.ts';
import type { Trace } from './trace.ts';

export interface Form {
  print(example: Counterexample, trace: Trace): string;
}

const folder = join(import.meta.dirname, 'as');

export function formNames(): string[] {
  return readdirSync(folder)
    .filter((file) => /^[a-z0-9]+\.[jt]s$/.test(file))
    .map((file) => file.slice(0, -3))
    .sort();
}

export async function formNamed(name: string): Promise<Form> {
  const names = formNames();
  if (!names.includes(name))
    throw new UsageError(`--as is "${name}", but can be ${names.join(', ')}.${didYouMean(name, names)}`);
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const loaded: { form?: Form } = await import(pathToFileURL(join(folder, `${name}.${ending}`)).href);
  if (loaded.form === undefined) throw new Error(`cli/replaying/as/${name}.${ending} exports no form.`);
  return loaded.form;
}
