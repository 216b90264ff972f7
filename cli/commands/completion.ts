import type { Command } from 'commander';

export const command = {
  name: 'completion',
  register(program: Command): void {
    program
      .command('completion')
      .description('print what makes your shell complete commands, options, dialects and ids')
      .argument('<shell>', 'bash, zsh or fish')
      .argument('[words...]', 'for the shell itself, after "words": what has been typed so far')
      .addHelpText(
        'after',
        `
Examples:
  source <(chatproof completion bash)              in ~/.bashrc
  source <(chatproof completion zsh)               in ~/.zshrc, after compinit
  chatproof completion fish | source               in ~/.config/fish/config.fish

Exit codes: 0 done, 4 an unknown shell.`,
      )
      .action(async (shell: string, words: string[]) => {
        const { printCompletion } = await import('../completion/completion.ts');
        await printCompletion(shell, words);
      });
  },
};
