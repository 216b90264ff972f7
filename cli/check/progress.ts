// What `check` shows while it runs: one live line on a terminal, plain lines elsewhere.
import type { CheckOutcome } from '../../reports/model.ts';
import type { Progress } from '../../suites/engine/run.ts';

export interface Shown extends Progress {
  /** Takes the live line away. */
  end(): void;
}

const between = 100;

export function showProgress(out: NodeJS.WriteStream, live: boolean): Shown {
  const began = performance.now();
  const running = new Set<string>();
  let [total, done, failed, drawn] = [0, 0, 0, 0];
  const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  const draw = (): void => {
    const now = performance.now();
    if (!live || now - drawn < between) return;
    drawn = now;
    const state = `${done}/${total} checks, ${failed} failed, ${seconds()}`;
    const [one = ''] = [...running].slice(-1);
    out.write(`\r\u001b[K${`${state}  ${one}`.slice(0, (out.columns ?? 80) - 1)}`);
  };
  return {
    counted(count) {
      total = count;
      draw();
    },
    began(says) {
      running.add(says);
      draw();
    },
    ended(outcome: CheckOutcome) {
      running.delete(outcome.says);
      done += 1;
      if (outcome.verdict === 'fail') failed += 1;
      draw();
    },
    end() {
      if (live) out.write('\r\u001b[K');
    },
  };
}
