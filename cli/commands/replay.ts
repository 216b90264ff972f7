import type { Command } from 'commander';
import type { ReplayFlags } from '../replaying/replay.ts';

export const command = {
  name: 'replay',
  register(program: Command): void {
    program
      .command('replay')
      .description('run one recorded counterexample again, or print it as a script of its own')
      .argument('<file>', 'a file of the folder counterexamples/ beside a report')
      .option('--target <url>', 'base of every HTTP address; without it, the embedded reference server')
      .option('--ws <url>', 'base of every WebSocket address (default: derived from the target)')
      .option('--config <file>', 'configuration file (default: chatproof.config.yaml)')
      .option('--people <file>', 'JSON file with the people, rooms and groups to use')
      .option('--provision <command>', 'command that reads a request and prints people')
      .option('--patience <x>', 'scales every deadline (default: 1)')
      .option('--as <form>', 'print it as a stand-alone script instead: vitest, k6 or shell')
      .addHelpText(
        'after',
        `
Examples:
  chatproof replay chatproof-report/counterexamples/receipts.edit.stored.json
  chatproof replay edit.json --target http://127.0.0.1:8000 --people people.json
  chatproof replay edit.json --as vitest > edit.test.js

Exit codes: 0 it does not happen (any more), 1 it happens again,
2 it could not be judged, 3 unreachable,
4 wrong input.`,
      )
      .action(async (file: string, flags: ReplayFlags) => {
        const { replayFile } = await import('../replaying/replay.ts');
        process.exitCode = await replayFile(file, flags);
      });
  },
};
