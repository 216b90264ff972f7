// npm run kill:kit [-- part of a file's name]: breaks the judge in a copy of it, one edit at a time, and expects its
// own tests to go red.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../specs/kit/root.ts';
import { inTurns } from '../in-turns.ts';
import { allEdits, type Edit } from './edits.ts';

const copied = [
  'suites',
  'specs',
  'docs',
  'reference-server',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
];

const wholeJudge = ['suites/kit', 'suites/history'];

async function main(parts: readonly string[]): Promise<number> {
  const began = performance.now();
  const edits = allEdits().filter(
    ({ file }) => parts.length === 0 || parts.some((part) => file.includes(part)),
  );
  const copies = Array.from({ length: availableParallelism() }, copyOfTheProject);
  const survivors: Edit[] = [];
  try {
    const [first = ''] = copies;
    const clean = await testsPass(first, wholeJudge);
    say(`${clean ? 'green' : 'RED'}: the judge as it is`);
    if (!clean) return 1;
    const free = [...copies];
    await inTurns(edits, copies.length, async (edit) => {
      const copy = free.pop() ?? first;
      const survived = await survives(edit, copy);
      if (survived) survivors.push(edit);
      say(`${survived ? 'SURVIVES' : 'killed'}: ${edit.file}: ${edit.says}`);
      free.push(copy);
    });
  } finally {
    for (const copy of copies) rmSync(copy, { recursive: true, force: true });
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  say(`${edits.length - survivors.length} of ${edits.length} edits killed in ${seconds} s.`);
  return survivors.length === 0 ? 0 : 1;
}

function copyOfTheProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'chatproof-kill-kit-'));
  for (const part of copied) cpSync(join(packageRoot(), part), join(copy, part), { recursive: true });
  symlinkSync(join(packageRoot(), 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

async function survives({ file, from, to, says }: Edit, copy: string): Promise<boolean> {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  const parts = text.split(from);
  if (parts.length !== 2)
    throw new Error(
      `The edit "${says}" does not fit ${file} any more: ${JSON.stringify(from)} is there ${parts.length - 1} times.`,
    );
  writeFileSync(path, parts.join(to));
  try {
    // The tests beside the file are the likeliest to notice, and soon done.
    const beside = file.replace(
      /(judges\/[\w-]+)?\.ts$/,
      (_end, judge) => `${judge ? 'judges' : ''}.test.ts`,
    );
    const own = existsSync(join(copy, beside)) ? [[beside]] : [];
    for (const tests of [...own, wholeJudge]) if (!(await testsPass(copy, tests))) return false;
    return true;
  } finally {
    writeFileSync(path, text);
  }
}

function testsPass(folder: string, tests: readonly string[]): Promise<boolean> {
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  const words = [vitest, 'run', '--bail', '1', '--reporter', 'dot', ...tests];
  return new Promise((resolve) => {
    execFile(process.execPath, words, { cwd: folder, timeout: 120_000 }, (error) => resolve(error === null));
  });
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

process.exitCode = await main(process.argv.slice(2));
