import { UsageError } from '../../specs/kit/errors.ts';
import { didYouMean } from '../../specs/kit/nearest.ts';
import { candidates } from './candidates.ts';
import { scripts } from './scripts.ts';

/** Prints a shell's script; for the shell itself, which asks with "words", what could come next. */
export async function printCompletion(shell: string, words: readonly string[]): Promise<void> {
  if (shell === 'words') {
    const found = await candidates(words);
    process.stdout.write(found.map((one) => `${one}\n`).join(''));
    return;
  }
  const script = scripts[shell];
  if (script === undefined)
    throw new UsageError(`There is no completion for "${shell}".${didYouMean(shell, Object.keys(scripts))}`);
  process.stdout.write(script);
}
