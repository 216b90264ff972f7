// The path is the registry: every file in faults/ is a fault, named after it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../../specs/kit/errors.ts';
import { didYouMean } from '../../specs/kit/nearest.ts';
import { appliesTo, type Fault } from './faults.ts';

const FOLDER = join(import.meta.dirname, '..', 'faults');

export function faultNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => /^[a-z0-9-]+\.(ts|js)$/.test(file))
    .map((file) => file.slice(0, -3))
    .sort();
}

export async function loadFault(name: string): Promise<Fault> {
  const ending = import.meta.filename.slice(-3);
  if (!faultNames().includes(name)) {
    throw new UsageError(
      `There is no fault "${name}".${didYouMean(name, faultNames()) || ' `chatproof faults` lists them all.'}`,
    );
  }
  const file: unknown = await import(pathToFileURL(join(FOLDER, name + ending)).href);
  const fault: unknown =
    typeof file === 'object' && file !== null && 'default' in file ? file.default : undefined;
  if (isFault(fault) && fault.name === name) return fault;
  throw new Error(
    `reference-server/faults/${name}.ts has to export default a fault whose name is "${name}".`,
  );
}

export async function faultsOf(dialect: string): Promise<Fault[]> {
  const faults = await Promise.all(faultNames().map(loadFault));
  return faults.filter((fault) => appliesTo(fault, dialect));
}

export interface FaultChoice {
  name: string;
  /** Of 1, how often it hits. */
  rate: number;
}

/** Reads "drop-message" or "drop-message:0.1". */
export function faultChoice(text: string): FaultChoice {
  const [name = '', rate = '1', ...more] = text.split(':');
  const number = Number(rate);
  if (more.length === 0 && rate.trim() !== '' && number >= 0 && number <= 1) return { name, rate: number };
  throw new UsageError(
    `The fault "${text}" has no usable rate: write ${name}:0.1 for one in ten, or ${name} for always.`,
  );
}

function isFault(value: unknown): value is Fault {
  return (
    typeof value === 'object' && value !== null && 'name' in value && 'dialects' in value && 'says' in value
  );
}
