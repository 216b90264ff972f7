import type { Command } from 'commander';

export const command = {
  name: 'help',
  register(program: Command): void {
    program
      .command('help')
      .description('explain a command or a topic, such as people, lifecycle or adopting')
      .argument('[topic]', 'a command or a topic; without one, all of them are listed')
      .addHelpText(
        'after',
        `
Examples:
  chatproof help
  chatproof help people
  chatproof help check`,
      )
      .action(async (topic: string | undefined) => {
        const { printHelp } = await import('../help/help.ts');
        await printHelp(topic);
      });
  },
};
