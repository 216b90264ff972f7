// The commands, found by their path: a command is a file in cli/commands/, which imports its work when it is run.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';

export interface CommandFile {
  name: string;
  register(program: Command): void;
}

const FOLDER = join(import.meta.dirname, 'commands');

/** The command that the first word names; all of them when it names none, for help and suggestions. */
export async function loadCommands(first: string | undefined): Promise<CommandFile[]> {
  const files = commandFiles();
  const named = files.find((file) => nameOf(file) === first);
  return Promise.all((named === undefined ? files : [named]).map(loadCommand));
}

export function commandNames(): string[] {
  return commandFiles().map(nameOf);
}

function commandFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => /^[a-z-]+\.[jt]s$/.test(file))
    .sort();
}

async function loadCommand(file: string): Promise<CommandFile> {
  const loaded: { command?: CommandFile } = await import(pathToFileURL(join(FOLDER, file)).href);
  if (loaded.command?.name === nameOf(file)) return loaded.command;
  throw new Error(`cli/commands/${file} exports no \`command\` with the name "${nameOf(file)}": add it.`);
}

function nameOf(file: string): string {
  return file.replace(/\.[jt]s$/, '');
}
