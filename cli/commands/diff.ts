import type { Command } from 'commander';

export const command = {
  name: 'diff',
  register(program: Command): void {
    program
      .command('diff')
      .description('show what changed between two JSON reports; exit 1 when something got worse')
      .argument('<old>', 'the report.json to compare with')
      .argument('<new>', 'the report.json of now')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        `
Examples:
  chatproof diff main/report.json chatproof-report/report.json
  chatproof diff old.json new.json --json | jq '.worse[].id'

Exit codes: 0 nothing got worse, 1 something did, 4 a file is no report.`,
      )
      .action(async (before: string, after: string, options: { json?: true }) => {
        const { compare } = await import('../comparing/compare.ts');
        process.exitCode = compare(before, after, options.json === true);
      });
  },
};
