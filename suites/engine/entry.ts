// What a worker runs: every check of the run's dialect, its own and the common ones, all in one go so that they
// run side by side.
import { readdirSync } from 'node:fs';
import { inject } from 'vitest';
import { loadChecks } from '../kit/loading.ts';

const { dialect } = inject('chatproof');
const ending = import.meta.url.endsWith('.ts') ? '.check.ts' : '.check.js';

for (const folder of [dialect, 'common', 'model', 'history']) {
  const url = new URL(`../${folder}/`, import.meta.url);
  for (const file of filesIn(url)) await loadChecks(new URL(file, url));
}

function filesIn(folder: URL): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith(ending))
      .sort();
  } catch {
    return [];
  }
}
