import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../specs/kit/root.ts';

/** Runs the command line with one of its modules replaced. */
function withModule(file: string, source: string, ...words: string[]) {
  const hooks = `export const load = (url, context, next) => url.endsWith(${JSON.stringify(file)}) ? { format: 'module', shortCircuit: true, source: ${JSON.stringify(source)} } : next(url, context);`;
  const preload = `import { register } from 'node:module'; register(${JSON.stringify(data(hooks))});`;
  const main = join(packageRoot(), 'dist', 'cli', 'main.js');
  return spawnSync(process.execPath, ['--import', data(preload), main, ...words], { encoding: 'utf8' });
}

const data = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`;

it('never ends with 0 when it has no answer', () => {
  const { status, stderr } = withModule('/listing/list.js', 'await new Promise(() => {});', 'list');
  expect([status, stderr]).toEqual([
    5,
    expect.stringMatching(/^chatproof itself failed: it ran out of work before it had an answer\./),
  ]);
});

it('ends once it has its answer, whatever has been left running', () => {
  const busy = 'export const judgeFiles = () => { setInterval(() => {}, 1000); return 1; };';
  expect(withModule('/judging/judge.js', busy, 'judge', 'x').status).toBe(1);
});
