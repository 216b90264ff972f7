// docs/commands.md: the help of every command, as it is printed at 80 columns.
import { commandNames } from '../commands.ts';
import { helpOf } from '../program.ts';

export async function commandsPage(): Promise<string> {
  const sections = await Promise.all(
    commandNames().map(async (name) => `## chatproof ${name}\n\n${fenced(await helpOf(name, 80))}`),
  );
  const all = ['# Commands', fenced(await helpOf(undefined, 80)), ...sections];
  return `${all.join('\n\n')}\n`;
}

function fenced(text: string): string {
  return `\`\`\`text\n${text.trim()}\n\`\`\``;
}
