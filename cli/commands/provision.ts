import type { Command } from 'commander';

export const command = {
  name: 'provision',
  register(program: Command): void {
    program
      .command('provision')
      .description('make people, rooms and groups on a running reference server and print the people file')
      .argument('[dialect]', 'which of the dialects in the ready file; the only one when it has one')
      .option('--ready-file <file>', 'the file that serve --ready-file wrote')
      .option('--control <url>', 'the control address that serve printed, instead of a ready file')
      .option('--secret <secret>', 'the secret that serve printed')
      .option(
        '--request <file>',
        'what to make, as JSON; - for standard input, as check --provision gives it',
      )
      .option('--people <n>', 'how many people', '24')
      .option('--room <keys>', 'a room of two of them, such as p1,p2 (repeatable)', collect, [])
      .option('--group <keys>', 'a group of them; the first is its admin: p1,p2,p3 (repeatable)', collect, [])
      .addHelpText(
        'after',
        `
Examples:
  chatproof provision receipts --ready-file ready.json > people.json
  chatproof check receipts --target http://127.0.0.1:8000 \\
    --provision 'chatproof provision --ready-file ready.json --request -'

Exit codes: 0 done, 3 no control plane answers, 4 wrong input.`,
      )
      .action(async (dialect: string | undefined, options: Record<string, unknown>) => {
        const { printPeople } = await import('../serving/provision.ts');
        await printPeople(dialect, options);
      });
  },
};

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}
