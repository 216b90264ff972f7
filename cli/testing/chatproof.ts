// For tests: one command line run in this process, with what it printed and the exit code that it would have had.
import { vi } from 'vitest';
import { run } from '../program.ts';

export interface Said {
  code: number | undefined;
  out: string;
  err: string;
}

export async function chatproof(...words: string[]): Promise<Said> {
  const said: Said = { code: undefined, out: '', err: '' };
  const heard = (stream: 'out' | 'err') => (text: string | Uint8Array) => {
    said[stream] += String(text);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(heard('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(heard('err')),
  ];
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    const code = await run(words);
    said.code = code ?? (process.exitCode === undefined ? undefined : Number(process.exitCode));
  } finally {
    process.exitCode = before;
    for (const spy of spies) spy.mockRestore();
  }
  return said;
}
