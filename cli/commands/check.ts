import type { Command } from 'commander';
import type { CheckFlags } from '../check/options.ts';

const several = (value: string, before: string[] = []): string[] => [...before, value];

export const command = {
  name: 'check',
  register(program: Command): void {
    program
      .command('check')
      .description('judge a chat server: a verdict for every requirement, and an exit code')
      .argument('[dialect...]', 'the dialects to judge; all of them when none is named')
      .option('--target <url>', 'base of every HTTP address; without it, the embedded reference server')
      .option('--ws <url>', 'base of every WebSocket address (default: derived from the target)')
      .option('--config <file>', 'configuration file (default: chatproof.config.yaml)')
      .option('--people <file>', 'JSON file with the people, rooms and groups to use')
      .option('--provision <command>', 'command that reads a request and prints people')
      .option('--only <glob>', 'requirement ids to judge; repeatable', several)
      .option('--skip <glob>', 'requirement ids to leave out; repeatable', several)
      .option(
        '--level <level>',
        'lowest level whose failure fails the run: must, should, may (default: should)',
      )
      .option('--profile <name>', 'quick, standard or thorough (default: quick)')
      .option('--minutes <n>', 'how long the thorough profile may take (default: 5)')
      .option('--seed <n>', 'start of all chance; a run prints its own')
      .option('--patience <x>', 'scales every deadline (default: 1)')
      .option('--baseline <file>', 'known failures: reported, but not red')
      .option('--update-baseline', 'write what fails now to the baseline')
      .option('--report <dir>', 'folder for the reports (default: chatproof-report)')
      .option(
        '--format <name>',
        'a report format; repeatable (default: console, json, junit, html, markdown)',
        several,
      )
      .option('--bail', 'stop at the first failure')
      .option('--concurrency <n>', 'checks at the same time, for each dialect (default: 8)')
      .addHelpText(
        'after',
        `
Examples:
  chatproof check                   the embedded reference server, all dialects
  chatproof check rooms --target http://127.0.0.1:8000 --people people.json
  chatproof check receipts --only 'receipts.history.*' --seed 4711

Exit codes: 0 conformant, 1 not conformant, 2 inconclusive, 3 unreachable,
4 wrong input, 5 chatproof's own fault.`,
      )
      .action(async (dialects: string[], flags: CheckFlags) => {
        const { check } = await import('../check/check.ts');
        process.exitCode = await check(dialects, flags);
      });
  },
};
