import type { Command } from 'commander';

export const command = {
  name: 'list',
  register(program: Command): void {
    program
      .command('list')
      .description('list the requirements and the checks that cover them')
      .argument('[dialect...]', 'the dialects to list; all of them when none is named')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        `
Examples:
  chatproof list
  chatproof list receipts rooms
  chatproof list receipts --json | jq '.dialects[].requirements[].id'

Exit codes: 0 done, 4 wrong input.`,
      )
      .action(async (dialects: string[], options: { json?: true }) => {
        const { printList } = await import('../listing/list.ts');
        printList(dialects, options.json === true);
      });
  },
};
