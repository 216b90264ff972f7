import type { Command } from 'commander';
import type { LoadFlags } from '../load/options.ts';

export const command = {
  name: 'load',
  register(program: Command): void {
    const load = program
      .command('load')
      .description('put load on a chat server with k6, and judge every delivery')
      .argument('<dialect>', 'the dialect that the server speaks')
      .option('--target <url>', 'base of every HTTP address; without it, the embedded reference server')
      .option('--ws <url>', 'base of every WebSocket address (default: derived from the target)')
      .option('--config <file>', 'configuration file (default: chatproof.config.yaml)')
      .option('--people <file>', 'JSON file with the people and rooms to use')
      .option('--provision <command>', 'command that reads a request and prints people')
      .option('--scenario <name>', 'what the people do (default: conversation)')
      .option('--profile <name>', 'how many, how fast and how long (default: smoke)')
      .option('--conversations <n>', 'pairs of people, in place of what the profile says')
      .option('--rate <n>', 'highest rate of deliveries a second, in place of what the profile says')
      .option('--seconds <n>', 'how long, in place of what the profile says')
      .option('--drain <n>', 'seconds of silence after which what has not arrived is lost')
      .option('--report <dir>', 'folder for the reports (default: chatproof-report)')
      .option('--instances <n>', 'instances of k6 among which the people are shared out (default: 1)')
      .option('--journal <file>', 'write what is sent and heard, for `chatproof judge`')
      .option('--print', 'write the plan and show the k6 commands instead of running it')
      .addHelpText(
        'after',
        `
Examples:
  chatproof load receipts
  chatproof load rooms --target http://127.0.0.1:8000 --people people.json \\
    --rate 500 --seconds 60
  chatproof load rooms --journal run.jsonl && chatproof judge run.jsonl
  chatproof load merge report/instance-1 report/instance-2 --report report

Exit codes: 0 every objective kept, 1 one broken, 2 inconclusive,
3 unreachable, 4 wrong input or no k6, 5 chatproof's own fault.`,
      )
      .action(async (dialect: string, flags: LoadFlags) => {
        const { load } = await import('../load/load.ts');
        process.exitCode = await load(dialect, flags);
      });
    load
      .command('merge')
      .description('merge what several instances of one run measured, and judge it as one')
      .argument('<dirs...>', 'the folders of the instances')
      .option('--report <dir>', 'folder for the reports (default: chatproof-report)')
      .option('--journal <file>', 'put their journals together, for `chatproof judge`')
      .action(async (folders: string[], own: { report?: string; journal?: string }) => {
        const { merge } = await import('../load/merge.ts');
        // An option that both commands have is taken by the first one.
        const { report, journal } = load.opts<LoadFlags>();
        process.exitCode = await merge(folders, own.report ?? report, own.journal ?? journal);
      });
  },
};
