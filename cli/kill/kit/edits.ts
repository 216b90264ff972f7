import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from '../../../specs/kit/root.ts';

/** One way to break the judge: see edits.yaml. */
export interface Edit {
  file: string;
  says: string;
  from: string;
  to: string;
}

export function allEdits(): Edit[] {
  const text = readFileSync(join(packageRoot(), 'cli/kill/kit/edits.yaml'), 'utf8');
  // Our own file, of which a test knows that it fits.
  const files = parse(text) as Record<string, Omit<Edit, 'file'>[]>;
  return Object.entries(files).flatMap(([file, edits]) => edits.map((edit) => ({ file, ...edit })));
}
