#!/usr/bin/env node
import { run } from './program.ts';

// The reader of a pipe may leave early: `chatproof list | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const code = await run(process.argv.slice(2));
if (code !== undefined) process.exitCode = code;
