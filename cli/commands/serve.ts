import type { Command } from 'commander';

export const command = {
  name: 'serve',
  register(program: Command): void {
    program
      .command('serve')
      .description('run the reference server (the simulator)')
      .argument('[dialect...]', 'the dialects to serve; all of them when none is named')
      .option('--port <n>', 'the port; several dialects take consecutive ports; 0 for any', '8000')
      .option('--host <host>', 'the address to listen on', '127.0.0.1')
      .option('--data <file>', 'keep everything in this SQLite file; in memory without it')
      .option(
        '--fault <name[:rate]>',
        'misbehave in a named way, at a rate of 1 or less (repeatable)',
        collect,
        [],
      )
      .option(
        '--liberty <name>',
        'do something otherwise that the document leaves open; "all" for everything (repeatable)',
        collect,
        [],
      )
      .option(
        '--media-expires <seconds>',
        'let the addresses of uploaded files expire; without it they never do',
      )
      .option('--latency <ms>', 'send everything this much later', '0')
      .option(
        '--limit <name=value>',
        'another limit than the default, such as frameBytes=65536 (repeatable)',
        collect,
        [],
      )
      .option('--seed <n>', 'the seed of the faults that hit only sometimes', '1')
      .option('--control', 'offer /_control/* with a random secret (people, tokens, faults, clock)')
      .option('--ready-file <file>', 'write the addresses as JSON once listening; implies --control')
      .addHelpText(
        'after',
        `
Examples:
  chatproof serve receipts --port 8100
  chatproof serve rooms threads --ready-file ready.json
  chatproof serve receipts --fault deliver-twice:0.2 --seed 7
  chatproof serve threads --liberty all

Exit codes: 0 it was told to stop, 4 wrong input or the port is taken.`,
      )
      .action(async (dialects: string[], options: Record<string, unknown>) => {
        const { runServers } = await import('../serving/serve.ts');
        await runServers(dialects, options);
      });
  },
};

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}
