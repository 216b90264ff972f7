import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { packageRoot } from '../specs/kit/root.ts';
import { loadCommands } from './commands.ts';
import { complain } from './complain.ts';

/** Runs one command line; returns the exit code of what went wrong, or nothing when the command has its own say. */
export async function run(words: readonly string[]): Promise<number | undefined> {
  try {
    const program = await programFor(words[0]);
    await program.parseAsync([...words], { from: 'user' });
    return undefined;
  } catch (error) {
    return complain(error, words.includes('--debug'));
  }
}

/** What `--help` prints, for one command or for chatproof itself. */
export async function helpOf(name: string | undefined, width?: number): Promise<string> {
  const program = await programFor(name);
  const command = program.commands.find((one) => one.name() === name) ?? program;
  let text = '';
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
    ...(width === undefined ? {} : { getOutHelpWidth: () => width }),
  });
  command.outputHelp();
  return text;
}

export async function programFor(first: string | undefined): Promise<Command> {
  const program = new Command('chatproof')
    .description('Proves that a chat server does what its documentation promises.')
    .version(version(), '-V, --version', 'print the version')
    .option('--debug', 'print a stack trace with an error')
    .helpOption('-h, --help', 'show what a command takes')
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .exitOverride()
    // Errors are told in one place: complain.ts.
    .configureOutput({ outputError: () => undefined });
  for (const command of await loadCommands(first)) command.register(program);
  return program;
}

function version(): string {
  const text = readFileSync(join(packageRoot(), 'package.json'), 'utf8');
  const { version: found }: { version?: unknown } = JSON.parse(text);
  return String(found);
}
