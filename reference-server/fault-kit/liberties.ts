// What a server may do otherwise than ours, because its document is silent or leaves a choice: hooks like those of a
// fault, that break nothing. The path is the registry: every file in liberties/ is one, named after it.
import { join } from 'node:path';
import type { Behaviour } from './faults.ts';
import { type Folder, loadAllFor, loadFrom, namesIn } from './hook-files.ts';

export interface Liberty extends Behaviour {
  /** Why no document forbids it. */
  because: string;
}

const liberties: Folder<Liberty> = {
  path: join(import.meta.dirname, '..', 'liberties'),
  what: 'liberty',
  command: 'chatproof liberties',
  is: (value): value is Liberty => typeof value === 'object' && value !== null && 'because' in value,
};

export function libertyNames(): string[] {
  return namesIn(liberties);
}

export function loadLiberty(name: string): Promise<Liberty> {
  return loadFrom(liberties, name);
}

export function libertiesOf(dialect: string): Promise<Liberty[]> {
  return loadAllFor(dialect, liberties);
}
