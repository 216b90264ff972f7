import { UsageError } from '../../specs/kit/errors.ts';
import { didYouMean } from '../../specs/kit/nearest.ts';
import { commandNames } from '../commands.ts';
import { helpOf } from '../program.ts';
import { plainMarkdown } from './plain-markdown.ts';
import { titleOf, topicNames, topicText } from './topics.ts';

/** Prints the help of a command, a page of the documentation, or what there is. */
export async function printHelp(topic: string | undefined): Promise<void> {
  process.stdout.write(await textOf(topic));
}

async function textOf(topic: string | undefined): Promise<string> {
  const [commands, topics] = [commandNames(), topicNames()];
  if (topic === undefined) return listed(topics);
  if (commands.includes(topic)) return helpOf(topic);
  if (!topics.includes(topic))
    throw new UsageError(`There is no topic "${topic}".${didYouMean(topic, [...commands, ...topics])}`);
  const bold = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  return plainMarkdown(topicText(topic), { width: Math.min(process.stdout.columns ?? 80, 100), bold });
}

async function listed(topics: readonly string[]): Promise<string> {
  const width = Math.max(...topics.map(({ length }) => length));
  const rows = topics.map((name) => `  ${name.padEnd(width)}  ${titleOf(topicText(name))}`);
  return `${await helpOf(undefined)}\nTopics, for \`chatproof help TOPIC\`:\n${rows.join('\n')}\n`;
}
