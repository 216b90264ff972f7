// How long a wait may last. Measured against the target, scaled by --patience, and counted only while the harness
// itself was running: a machine that stalls does not make the target late.

const tick = 20;
/** However fast the target is, it gets this long: a scheduler hiccup is not a defect. */
const least = 4_000;
const most = 30_000;
/** A target that has never answered anything gets this long, so that a dead one does not hold up the run. */
const hopeless = 150;
const expiredBeforeHopeless = 6;

export interface Patience {
  /** Milliseconds that a wait may last. */
  readonly ms: number;
  /** A round trip took this long: the target answers. */
  measured(ms: number): void;
  /** A wait ended without what it waited for. */
  expired(): void;
}

export function patienceOf(scale: number): Patience {
  let slowest = 0;
  let answers = 0;
  let expired = 0;
  return {
    get ms() {
      if (answers === 0 && expired >= expiredBeforeHopeless) return hopeless * scale;
      return Math.min(most, Math.max(least, slowest * 20)) * scale;
    },
    measured(ms) {
      answers += 1;
      // Only the first round trips calibrate: later ones also measure how busy our own checks keep the target.
      if (answers <= 20) slowest = Math.max(slowest, ms);
    },
    expired() {
      expired += 1;
    },
  };
}

/** Calls `late` once `ms` of running time have passed; returns what stops it. */
export function deadline(ms: number, late: () => void): () => void {
  let left = ms;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    left -= Math.min(now - last, tick * 3);
    last = now;
    if (left > 0) return;
    clearInterval(timer);
    late();
  }, tick);
  return () => clearInterval(timer);
}
