import type { Command } from 'commander';

export const command = {
  name: 'provision',
  register(program: Command): void {
    program
      .command('provision')
      .description('make people, rooms and groups on a running reference server and print the people file')
      .requiredOption('--control <url>', 'the control address that serve printed')
      .requiredOption('--secret <secret>', 'the secret that serve printed')
      .option('--people <n>', 'how many people', '24')
      .option('--room <keys>', 'a room of two of them, such as p1,p2 (repeatable)', collect, [])
      .option('--group <keys>', 'a group of them; the first is its admin: p1,p2,p3 (repeatable)', collect, [])
      .action(async (options: Record<string, unknown>) => {
        const { printPeople } = await import('../serving/provision.ts');
        await printPeople(options);
      });
  },
};

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}
