import type { Command } from 'commander';

export const command = {
  name: 'liberties',
  register(program: Command): void {
    program
      .command('liberties')
      .description('list what the reference server can do otherwise where a document leaves it open')
      .argument('[dialect...]', 'the dialects; all of them when none is named')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        `
Examples:
  chatproof liberties threads
  chatproof serve threads --liberty lists-newest-first

Exit codes: 0 done, 4 wrong input.`,
      )
      .action(async (dialects: string[], options: { json?: true }) => {
        const { printLiberties } = await import('../listing/liberties.ts');
        await printLiberties(dialects, options.json === true);
      });
  },
};
