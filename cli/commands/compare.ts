import type { Command } from 'commander';
import type { CompareFlags } from '../load/compare/compare.ts';

export const command = {
  name: 'compare',
  register(program: Command): void {
    program
      .command('compare')
      .description('compare two load results, each of several runs, with the noise taken into account')
      .argument('<baseline>', 'folder with the results of the runs before')
      .argument('<candidate>', 'folder with the results of the runs now')
      .option('--metric <name>', 'what to compare (default: chat_delivery_ms)')
      .option('--statistic <name>', 'p50, p90, p95, p99 or mean (default: p95)')
      .option('--tolerance <ratio>', 'how many times the baseline is still good (default: 1.1)')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        `
Examples:
  for n in 1 2 3 4 5; do
    chatproof load rooms --target $OLD --people people.json --report old/$n
    chatproof load rooms --target $NEW --people people.json --report new/$n
  done
  chatproof compare old new

Exit codes: 0 not worse, 1 worse, 2 the runs are too few or too noisy to tell,
4 wrong input.`,
      )
      .action(async (baseline: string, candidate: string, flags: CompareFlags) => {
        const { compareLoads } = await import('../load/compare/compare.ts');
        process.exitCode = compareLoads(baseline, candidate, flags);
      });
  },
};
