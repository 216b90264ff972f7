import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commandNames } from './commands.ts';
import { chatproof } from './testing/chatproof.ts';

it.each([
  ['an unknown command', ['lisst'], "Unknown command 'lisst'. Did you mean list?\n"],
  ['an unknown option', ['list', '--jsno'], "Unknown option '--jsno'. Did you mean --json?\n"],
  ['an unknown dialect', ['list', 'recipts'], 'There is no dialect "recipts". Did you mean "receipts"?\n'],
  [
    'an unknown requirement',
    ['explain', 'receipts.history.newest-frist'],
    'There is no requirement "receipts.history.newest-frist". Did you mean "receipts.history.newest-first"?\n',
  ],
  [
    'a missing argument',
    ['explain'],
    "Missing required argument 'id'. Run `chatproof --help` to see what there is.\n",
  ],
])('answers %s with one sentence and exit code 4', async (_, words, sentence) => {
  expect(await chatproof(...words)).toEqual({ code: 4, out: '', err: sentence });
});

it('adds a stack trace only when asked to', async () => {
  const { err } = await chatproof('list', 'recipts', '--debug');
  expect(err).toMatch(/^There is no dialect "recipts"\..*\nUsageError: There is no dialect.*\n\s+at /);
});

it('prints the version and the help of every command without an error', async () => {
  expect((await chatproof('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  const help = await chatproof('--help');
  expect(help).toMatchObject({ code: 0, err: '' });
  for (const file of readdirSync(join(import.meta.dirname, 'commands'))) {
    if (!file.endsWith('.test.ts')) expect(help.out).toContain(`  ${file.replace('.ts', '')} `);
  }
});

it('shows its help, as an error, when no command is given', async () => {
  const { code, err } = await chatproof();
  expect(code).toBe(4);
  expect(err).toMatch(/^Usage: chatproof/);
});

it('keeps what a command needs out of the start, so that --help is quick', () => {
  const folder = join(import.meta.dirname, 'commands');
  for (const file of readdirSync(folder)) {
    const imports = readFileSync(join(folder, file), 'utf8').match(/^import (?!type ).*$/gm);
    expect(file.endsWith('.test.ts') ? null : imports, file).toBeNull();
  }
});

it('shows examples in the help of every command, which fits into 80 columns', async () => {
  for (const name of commandNames()) {
    const { out } = await chatproof(name, '--help');
    expect(out, name).toContain('Examples:');
    expect(
      out.split('\n').filter((line) => line.length > 80),
      name,
    ).toEqual([]);
  }
});
