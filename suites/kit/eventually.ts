// Asks again, with growing pauses, for what a target may do a moment later; undefined when patience ends without it.
import { deadline } from './patience.ts';
import type { World } from './world.ts';

const longestPause = 500;

export async function eventually<T>(
  { patience }: Pick<World, 'patience'>,
  probe: () => Promise<T | undefined>,
): Promise<T | undefined> {
  let left = patience.ms;
  let pause = 10;
  let found = await probe();
  while (found === undefined && left > 0) {
    const length = Math.min(pause, left);
    await new Promise<void>((resolve) => deadline(length, resolve));
    left -= length;
    pause = Math.min(pause * 2, longestPause);
    found = await probe();
  }
  return found;
}
