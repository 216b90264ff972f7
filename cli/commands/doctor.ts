import type { Command } from 'commander';
import type { CheckFlags } from '../check/options.ts';

export const command = {
  name: 'doctor',
  register(program: Command): void {
    program
      .command('doctor')
      .description("find out why a target can't be tested yet: the first contact, step by step")
      .argument('[dialect...]', 'the dialects that the target speaks')
      .option('--target <url>', 'base of every HTTP address; without it, the embedded reference server')
      .option('--ws <url>', 'base of every WebSocket address (default: derived from the target)')
      .option('--config <file>', 'configuration file (default: chatproof.config.yaml)')
      .option('--people <file>', 'JSON file with the people, rooms and groups to use')
      .option('--provision <command>', 'command that reads a request and prints people')
      .option('--patience <x>', 'scales every deadline (default: 1)')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        `
Examples:
  chatproof doctor rooms --target http://127.0.0.1:8000 --people people.json
  chatproof doctor                  what chatproof.config.yaml says

Exit codes: 0 the target can be tested, 3 it can't yet, 4 wrong input.`,
      )
      .action(async (dialects: string[], { json, ...flags }: CheckFlags & { json?: true }) => {
        const { printVisits } = await import('../doctor/print.ts');
        process.exitCode = await printVisits(dialects, flags, json === true);
      });
  },
};
