#!/usr/bin/env node
import { complain } from './complain.ts';
import { run } from './program.ts';

let answered = false;

// The reader of a pipe may leave early: `chatproof list | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  answered = true;
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

// Whatever happens, no answer is never exit code 0.
process.on('exit', () => {
  if (!answered) process.exitCode = complain(new Error('it ran out of work before it had an answer.'));
});

const code = await run(process.argv.slice(2));
answered = true;
if (code !== undefined) process.exitCode = code;
// Whoever has an exit code is done: work that was given up, like an image still being built, must not keep it.
if (process.exitCode !== undefined) process.stdout.write('', () => process.exit());
