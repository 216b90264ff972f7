import type { Command } from 'commander';

export const command = {
  name: 'faults',
  register(program: Command): void {
    program
      .command('faults')
      .description('list the faults of the reference server, or explain one')
      .argument('[names...]', 'dialects whose faults to list, or faults to explain; every fault without any')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        `
Examples:
  chatproof faults receipts
  chatproof faults deliver-twice

Exit codes: 0 done, 4 wrong input.`,
      )
      .action(async (names: string[], options: { json?: true }) => {
        const { printFaults } = await import('../listing/faults.ts');
        printFaults(names, options.json === true);
      });
  },
};
