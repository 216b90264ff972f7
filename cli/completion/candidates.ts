// What could come next on a command line, from the commands themselves: nothing here has to be kept in step.
import type { Command, Option } from 'commander';
import { faultNames } from '../../reference-server/fault-kit/fault-files.ts';
import { libertyNames } from '../../reference-server/fault-kit/liberties.ts';
import { loadFormats } from '../../reports/formats.ts';
import { requirementsMatching } from '../../specs/kit/catalogue.ts';
import { dialectNames } from '../../specs/kit/dialect.ts';
import { commandNames } from '../commands.ts';
import { topicNames } from '../help/topics.ts';
import { programFor } from '../program.ts';
import { scripts } from './scripts.ts';

/** `words` is everything after "chatproof"; the last one is being typed, and may be empty. */
export async function candidates(words: readonly string[]): Promise<string[]> {
  const [first, ...rest] = words;
  const current = words.at(-1) ?? '';
  return (await possible(first, rest)).filter((one) => one.startsWith(current) && one !== current);
}

async function possible(first: string | undefined, rest: readonly string[]): Promise<string[]> {
  if (first === undefined || rest.length === 0) return commandNames();
  const program = await programFor(first);
  const command = program.commands.find((one) => one.name() === first);
  if (command === undefined) return [];
  const option = command.options.find(({ long }) => long === rest.at(-2));
  if (option?.required === true) return valuesOf(option, rest);
  if (rest.at(-1)?.startsWith('-') === true)
    return [...command.options.flatMap(({ long }) => long ?? []), '--help'];
  return argumentsOf(command, first);
}

async function valuesOf({ long }: Option, words: readonly string[]): Promise<string[]> {
  switch (long) {
    case '--level':
      return ['must', 'should', 'may'];
    case '--profile':
      return ['quick', 'standard', 'thorough'];
    case '--format':
      return (await loadFormats()).map(({ name }) => name);
    case '--fault':
      return faultNames();
    case '--liberty':
      return ['all', ...libertyNames()];
    case '--only':
    case '--skip':
      return ids(words.filter((word) => dialectNames().includes(word)));
    default:
      return [];
  }
}

function argumentsOf(command: Command, name: string): string[] {
  switch (command.registeredArguments[0]?.name()) {
    case 'dialect':
      return dialectNames();
    case 'id':
      return ids([]);
    case 'topic':
      return [...commandNames(), ...topicNames()];
    case 'shell':
      return Object.keys(scripts);
    case 'names':
      return name === 'faults' ? [...dialectNames(), ...faultNames()] : [];
    default:
      return [];
  }
}

function ids(dialects: readonly string[]): string[] {
  return requirementsMatching(dialects.length === 0 ? ['*'] : dialects.map((name) => `${name}.*`)).map(
    ({ id }) => id,
  );
}
