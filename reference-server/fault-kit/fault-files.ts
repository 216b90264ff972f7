// The path is the registry: every file in faults/ is a fault, named after it.
import { join } from 'node:path';
import { UsageError } from '../../specs/kit/errors.ts';
import type { Fault } from './faults.ts';
import { type Folder, loadAllFor, loadFrom, namesIn } from './hook-files.ts';

const faults: Folder<Fault> = {
  path: join(import.meta.dirname, '..', 'faults'),
  what: 'fault',
  command: 'chatproof faults',
  is: (value): value is Fault => typeof value === 'object' && value !== null && 'breaks' in value,
};

export function faultNames(): string[] {
  return namesIn(faults);
}

export function loadFault(name: string): Promise<Fault> {
  return loadFrom(faults, name);
}

export function faultsOf(dialect: string): Promise<Fault[]> {
  return loadAllFor(dialect, faults);
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
