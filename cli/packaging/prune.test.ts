import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { orphans } from './prune.ts';

it('finds what was compiled from files that are gone, and nothing else', () => {
  const root = mkdtempSync(join(tmpdir(), 'chatproof-'));
  const files = [
    'cli/main.ts',
    'dist/cli/main.js',
    'dist/cli/main.d.ts',
    'dist/cli/gone.js',
    'dist/.tsbuildinfo',
  ];
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), '');
  }
  expect(orphans(join(root, 'dist'), root)).toEqual(['cli/gone.js']);
});
