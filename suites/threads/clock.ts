// The target's own clock, as the Date header of its answers tells it, so that a wrong clock on either side does no harm.
import { Failure, Unmet } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import type { Heard } from '../kit/socket.ts';
import type { Cast } from './cast.ts';

const slack = 60_000;

export interface Clock {
  /** The time that a frame tells lies between `from` (a reading of `now`, or now) and now, give or take a minute. */
  expectNow(what: string, told: unknown, heard: Heard, from?: number): void;
  now(): number;
}

export async function judgedTime({ getThreads, alice }: Cast): Promise<Clock> {
  const { headers } = await getThreads(alice);
  const date = Date.parse(String(headers['date']));
  const tellsTime = !Number.isNaN(date);
  const ahead = tellsTime ? date - Date.now() : 0;
  const now = (): number => Date.now() + ahead;
  return {
    now,
    expectNow(what, told, { entry }, from = now()) {
      const at = Date.parse(String(told));
      if (Number.isNaN(at)) throw new Unmet(`${what} is ${show(told)}, which is no time to compare.`);
      if (at >= from - slack && at <= now() + slack) return;
      if (!tellsTime)
        throw new Unmet(
          `${what} is far from our own time, and the target's answers carry no Date to compare it with.`,
        );
      entry.offending = true;
      const off = Math.round((at < from ? from - at : at - now()) / 1000);
      throw new Failure({
        expected: `${what.toLowerCase()} within a minute of ${new Date(now()).toISOString()}`,
        received: show(told),
        because: `${what.toLowerCase()} is ${off} s ${at < from ? 'too early' : 'too late'} by the target's own clock`,
      });
    },
  };
}
