import type { Command } from 'commander';

export const command = {
  name: 'explain',
  register(program: Command): void {
    program
      .command('explain')
      .description('explain one requirement: text, source, reading, checks, and the faults that prove them')
      .argument('<id>', 'the id of the requirement, as `list` prints it')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        `
Examples:
  chatproof explain receipts.history.newest-first
  chatproof explain receipts.history.newest-first --json

Exit codes: 0 done, 4 there is no such requirement.`,
      )
      .action(async (id: string, options: { json?: true }) => {
        const { printExplanation } = await import('../listing/explain.ts');
        printExplanation(id, options.json === true);
      });
  },
};
