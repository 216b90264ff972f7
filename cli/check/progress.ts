// What `check` shows while it runs: one live line on a terminal; elsewhere a plain line now and then.
import type { CheckOutcome } from '../../reports/model.ts';
import type { Progress } from '../../suites/engine/run.ts';
import type { Doing } from '../../suites/kit/doing.ts';

export interface Shown extends Progress {
  /** Takes the live line away. */
  end(): void;
}

export interface Showing {
  /** One line that is written again and again. */
  live: boolean;
  /** How long a run may take that is bounded by time. */
  lasts?: number | undefined;
  now?: () => number;
}

const between = { live: 100, plain: 10_000 };

export function showProgress(
  out: Pick<NodeJS.WriteStream, 'write' | 'columns'>,
  { live, lasts, now = () => performance.now() }: Showing,
): Shown {
  const began = now();
  const running = new Set<string>();
  const pause = live ? between.live : between.plain;
  let [total, done, failed, drawn] = [0, 0, 0, live ? Number.NEGATIVE_INFINITY : began];
  let all: Doing = { sequences: 0, commands: 0, frames: 0 };
  const state = (): string => {
    const spent = now() - began;
    const parts = [`${done}/${total} checks`, `${failed} failed`, `${(spent / 1000).toFixed(1)} s`];
    if (all.sequences > 0) parts.push(`${many(all.sequences)} sequences of ${many(all.commands)} commands`);
    if (all.frames > 0) parts.push(`${many(all.frames)} frames`);
    if (lasts !== undefined) parts.push(`${clock(Math.max(0, lasts - spent))} left`);
    return parts.join(', ');
  };
  const draw = (): void => {
    if (now() - drawn < pause) return;
    drawn = now();
    const [one = ''] = [...running].slice(-1);
    if (live) out.write(`\r\u001b[K${`${state()}  ${one}`.slice(0, (out.columns ?? 80) - 1)}`);
    else out.write(`${state()}${one === '' ? '' : `; now: ${one}`}\n`);
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
    done(sum) {
      all = sum;
      draw();
    },
    end() {
      if (live) out.write('\r\u001b[K');
    },
  };
}

const many = (count: number): string => count.toLocaleString('en');

function clock(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
