import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../../specs/kit/root.ts';
import { allEdits } from './edits.ts';

it('knows thirty ways and more to break the judge, each of which still fits its file', () => {
  const edits = allEdits();
  expect(edits.length).toBeGreaterThanOrEqual(30);
  const stale = edits.filter(({ file, from }) => {
    const text = readFileSync(join(packageRoot(), file), 'utf8');
    return text.split(from).length !== 2;
  });
  expect(stale.map(({ file, says }) => `${file}: ${says}`)).toEqual([]);
});
