import { expect, it } from 'vitest';
import { showProgress } from './progress.ts';

function shown(live: boolean, columns = 120) {
  const lines: string[] = [];
  let clock = 0;
  const out = { columns, write: (text: string) => lines.push(text) > 0 };
  const progress = showProgress(out, { live, lasts: 300_000, now: () => clock });
  const at = (ms: number): void => {
    clock = ms;
  };
  return { lines, progress, at };
}

const doing = { sequences: 1_204, commands: 20_318, frames: 155_023 };

it('says on one live line how far a long run has come, and what is left', () => {
  const { lines, progress, at } = shown(true);
  progress.counted?.(73);
  at(62_000);
  progress.began?.('Whatever two people do, and in whatever order.');
  at(62_500);
  progress.done?.(doing);
  const line = lines.at(-1) ?? '';
  expect(line).toContain('0/73 checks, 0 failed, 62.5 s, 1,204 sequences of 20,318 commands, 155,023 frames');
  expect(line).toContain(', 3:58 left  Whatever');
  expect(line.replace('\r\u001b[K', '')).toHaveLength(119);
  progress.end();
  expect(lines.at(-1)).toBe('\r\u001b[K');
});

it('says the same in plain lines, every ten seconds and not before', () => {
  const { lines, progress, at } = shown(false);
  progress.counted?.(2);
  progress.began?.('The one.');
  at(9_000);
  progress.done?.(doing);
  expect(lines).toEqual([]);
  at(10_000);
  progress.done?.(doing);
  at(12_000);
  progress.done?.(doing);
  progress.end();
  expect(lines).toEqual([
    '0/2 checks, 0 failed, 10.0 s, 1,204 sequences of 20,318 commands, 155,023 frames, 4:50 left; now: The one.\n',
  ]);
});
