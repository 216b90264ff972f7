import type { Command } from 'commander';

export const command = {
  name: 'judge',
  register(program: Command): void {
    program
      .command('judge')
      .description('judge recorded journals: what was lost, repeated, reordered, made up, overheard, changed')
      .argument(
        '<file...>',
        'journals: JSON lines as docs/journal-format.md describes them; - is standard input',
      )
      .option(
        '--dialect <name>',
        'judge only what this dialect promises (default: the one the journal names)',
      )
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        '\nExamples:\n  chatproof judge journal.jsonl\n  chatproof judge journal.jsonl --dialect receipts --json\n\nExit codes: 0 nothing found, 1 something found, 4 a file or line is wrong.',
      )
      .action(async (files: string[], options: { dialect?: string; json?: true }) => {
        const { judgeFiles } = await import('../judging/judge.ts');
        process.exitCode = judgeFiles(files, options);
      });
  },
};
