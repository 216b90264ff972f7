import type { Seams } from './fault-kit/seams.ts';

/** Microseconds since 1970, each reading later than the one before; it can be set forward. */
export interface Clock {
  now(): number;
  forward(milliseconds: number): void;
  reset(): void;
}

export function startClock(seams: Pick<Seams, 'clock'>): Clock {
  let ahead = 0;
  let last = 0;
  return {
    now() {
      const reading = Math.round((performance.timeOrigin + performance.now()) * 1000) + ahead;
      last = Math.max(reading, last + 1);
      return seams.clock(last);
    },
    forward(milliseconds) {
      ahead += Math.round(milliseconds * 1000);
    },
    reset() {
      ahead = 0;
      last = 0;
    },
  };
}
