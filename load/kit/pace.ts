// Does what is due when it is due, at the rate of the profile.
import { broken } from './limit.ts';
import { plan } from './run.ts';
import { dueAt } from './schedule.ts';
import { wait } from './wait.ts';

const LOOK_EVERY = 250;

/** `part` is the part of the profile's rate; what is late is counted from when it was due. */
export async function pace(part: number, act: (n: number, scheduledAt: number) => void): Promise<void> {
  const { rate } = plan.profile;
  const began = Date.now();
  let looked = began;
  for (let n = 0; ; n += 1) {
    const due = dueAt(rate, n, part);
    if (due === undefined) return;
    const scheduledAt = Math.ceil(began + due * 1000);
    const early = scheduledAt - Date.now();
    // Also who is late has to listen in between.
    if (early > 0 || n % 8 === 0) await wait(Math.max(0, early));
    const now = Date.now();
    if (now - looked >= LOOK_EVERY) {
      looked = now;
      if (broken(now)) return;
    }
    act(n, scheduledAt);
  }
}
