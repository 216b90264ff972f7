// How long a wait may last. Measured against the target, scaled by --patience, and counted only while the harness
// itself was running: a machine that stalls does not make the target late.

const tick = 20;
/** However fast the target is, it gets this long: a scheduler hiccup is not a defect. */
const least = 4_000;
const most = 30_000;
/** A target that has never answered anything gets this long, so that a dead one does not hold up the run. */
const hopeless = 150;
const expiredBeforeHopeless = 6;

/** What is waited for: a frame on a socket, the answer to a request or to an upgrade, the end of a socket. */
export type Awaited = 'frame' | 'answer' | 'upgrade' | 'close';

export interface Patience {
  /** Milliseconds that the wait for a frame may last. */
  readonly ms: number;
  /** Milliseconds that this wait may last. */
  for(awaited: Awaited): number;
  /** A round trip took this long: the target answers. */
  measured(awaited: Awaited, ms: number): void;
  /** A wait ended without what it waited for. */
  expired(awaited: Awaited): void;
}

export function patienceOf(scale: number): Patience {
  const lines: Record<Awaited, Line> = {
    frame: newLine(),
    answer: newLine(),
    upgrade: newLine(),
    close: newLine(),
  };
  const lasting = (awaited: Awaited): number => {
    const { answers, expired } = lines[awaited];
    if (answers === 0 && expired >= expiredBeforeHopeless) return hopeless * scale;
    const slowest = Math.max(...Object.values(lines).map((line) => line.slowest));
    // Where most waits are in vain, the target is broken rather than late, and the run should still come to an end.
    const inVain = expired >= 10 && expired > answers;
    return Math.min(most, Math.max(inVain ? least / 4 : least, slowest * 20)) * scale;
  };
  return {
    get ms() {
      return lasting('frame');
    },
    for: lasting,
    measured(awaited, ms) {
      const line = lines[awaited];
      line.answers += 1;
      // Only the first round trips calibrate: later ones also measure how busy our own checks keep the target.
      if (line.answers <= 20) line.slowest = Math.max(line.slowest, ms);
    },
    expired(awaited) {
      lines[awaited].expired += 1;
    },
  };
}

interface Line {
  slowest: number;
  answers: number;
  expired: number;
}

function newLine(): Line {
  return { slowest: 0, answers: 0, expired: 0 };
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
