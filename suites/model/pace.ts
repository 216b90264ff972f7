// How long a run waits: as long as any check where it decides, and only briefly while a failure is being made smaller.
import type { Patience } from '../kit/patience.ts';

const brief = 32;
/** Less would take a busy machine for a loss. */
const least = 100;

/** What fails only because of this haste does not count: the smallest sequence is done again with all patience. */
export function hurried(patience: Patience): Patience {
  const short = (): number => Math.max(least, patience.ms / brief);
  return {
    get ms() {
      return short();
    },
    for: (awaited) => (awaited === 'frame' ? short() : patience.for(awaited)),
    measured: (awaited, ms) => patience.measured(awaited, ms),
    expired: () => undefined,
  };
}
