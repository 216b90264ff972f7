// The indexes that `list`, `explain` and `faults` read instead of loading every check and every fault.
import { anyFault, everyCheck } from '../kill/indexes.ts';

export interface Output {
  /** Relative to the package root. */
  path: string;
  content: string;
}

export async function generateIndexes(): Promise<Output[]> {
  const [checks, faults] = [await everyCheck(), await anyFault()];
  const shown = checks.map(({ id, file, says, requires, catches, profile }) => ({
    id,
    file,
    says,
    requires,
    catches,
    profile,
  }));
  return [
    { path: 'suites/generated/checks.json', content: json(shown) },
    { path: 'reference-server/generated/faults.json', content: json(faults) },
  ];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
