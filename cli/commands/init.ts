import type { Command } from 'commander';

export const command = {
  name: 'init',
  register(program: Command): void {
    program
      .command('init')
      .description('write a starter chatproof.config.yaml, a script for people and a CI workflow')
      .argument('[dialect]', 'the dialect that your server speaks, when the code does not tell')
      .addHelpText(
        'after',
        `
Asks nothing, looks at what is there, and never overwrites a file.

Examples:
  chatproof init
  chatproof init threads

Exit codes: 0 done, 4 wrong input.`,
      )
      .action(async (dialect: string | undefined) => {
        const { printStart } = await import('../init/print.ts');
        await printStart(process.cwd(), dialect);
      });
  },
};
