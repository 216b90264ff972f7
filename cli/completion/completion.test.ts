import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../specs/kit/root.ts';
import { chatproof } from '../testing/chatproof.ts';
import { candidates } from './candidates.ts';

it.each([
  [['ch'], ['check']],
  [['check', 'rec'], ['receipts']],
  [['check', 'receipts', '--bas'], ['--baseline']],
  [
    ['check', '--level', ''],
    ['must', 'should', 'may'],
  ],
  [['check', 'receipts', '--only', 'receipts.history.newest'], ['receipts.history.newest-first']],
  [['explain', 'receipts.delete.answers'], ['receipts.delete.answers-204']],
  [['serve', '--fault', 'deliver-tw'], ['deliver-twice']],
  [['help', 'lifec'], ['lifecycle']],
  [['completion', 'f'], ['fish']],
  [['check', '--report', ''], []],
  [['no-such-command', ''], []],
])('completes %j', async (words, expected) => {
  expect(await candidates(words)).toEqual(expected);
});

it('prints a script for each shell, and knows no other', async () => {
  for (const shell of ['bash', 'zsh', 'fish'])
    expect((await chatproof('completion', shell)).out).toContain('chatproof completion words -- ');
  expect((await chatproof('completion', 'bsh')).err).toBe(
    'There is no completion for "bsh". Did you mean "bash"?\n',
  );
});

it.for([
  [
    'bash',
    [
      '-c',
      'source <(chatproof completion bash); COMP_WORDS=(chatproof check --level m); COMP_CWORD=3; _chatproof; declare -p COMPREPLY | grep -o "m[aus]*[yt]"',
    ],
  ],
  [
    'zsh',
    [
      '-c',
      'compdef() { :; }; compadd() { eval "print -l \\$$2"; }; source <(chatproof completion zsh); words=(chatproof check --level m); CURRENT=4; _chatproof',
    ],
  ],
  ['fish', ['-c', 'chatproof completion fish | source; complete --do-complete "chatproof check --level m"']],
] as const)('completes in a real %s', ([shell, words], { skip }) => {
  skip(spawnSync(shell, ['--version']).error !== undefined, `${shell} is missing on this machine.`);
  const folder = mkdtempSync(join(tmpdir(), 'chatproof-'));
  const main = join(packageRoot(), 'dist', 'cli', 'main.js');
  writeFileSync(join(folder, 'chatproof'), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`, {
    mode: 0o755,
  });
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` };
  const { stdout } = spawnSync(shell, words, { env, encoding: 'utf8' });
  expect(stdout.split(/\s+/).filter(Boolean).sort()).toEqual(['may', 'must']);
});
