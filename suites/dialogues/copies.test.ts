import { expect, it } from 'vitest';
import { inTurn } from './copies.ts';

it('begins with the next only when the one before has ended, well or not', async () => {
  const turn = inTurn();
  const done: string[] = [];
  const first = turn(async () => {
    await Promise.resolve();
    done.push('first');
    throw new Error('no answer');
  });
  const second = turn(async () => void done.push('second'));
  await expect(first).rejects.toThrow('no answer');
  await second;
  expect(done).toEqual(['first', 'second']);
});
