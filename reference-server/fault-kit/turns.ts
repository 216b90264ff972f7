// Which of many a fault hits: every so-manieth, or those that meet.
import type { FaultContext } from './faults.ts';
import { isFrame } from './frames.ts';

/** True at every n-th call. */
export function everyNth(
  n: number,
  { memory }: Pick<FaultContext, 'memory'>,
  what: unknown = 'calls',
): boolean {
  const calls = Number(memory.get(what) ?? 0) + 1;
  memory.set(what, calls);
  return calls % n === 0;
}

/** True when somebody else, or another socket, has called for the same in the last few milliseconds. */
export function atOnce(
  milliseconds: number,
  { memory }: Pick<FaultContext, 'memory'>,
  { what, by }: { what: unknown; by: unknown },
): boolean {
  const [before, at] = [memory.get(what), performance.now()];
  memory.set(what, { by, at });
  return isFrame(before) && before['by'] !== by && at - Number(before['at']) < milliseconds;
}
