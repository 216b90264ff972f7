// Lets plain Vitest run the checks of one dialect against the embedded reference server.
import type { TestProject } from 'vitest/node';
import { prepare } from './job.ts';
import { optionsOf } from './options.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dialect = process.env['CHATPROOF_DIALECT'] ?? 'receipts';
  const flags = { profile: process.env['CHATPROOF_PROFILE'] ?? 'quick' };
  const job = await prepare(dialect, flags, {}, optionsOf([dialect], flags, {}));
  project.provide('chatproof', job.context);
  return () => job.close();
}
