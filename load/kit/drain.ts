// Waits for stragglers: as long as something still arrives, nothing is lost yet.
import { LONGEST, plan } from './run.ts';
import { wait } from './wait.ts';

/** Long enough for what comes twice. */
const QUIET = 500;
const TICK = 50;

export interface Awaited {
  complete(): boolean;
  heardAt(): number;
}

/** Until all is there, or nothing has arrived for as long as the profile says, or the longest time is over. */
export async function drained({ complete, heardAt }: Awaited): Promise<void> {
  const { drain } = plan.profile;
  const ended = Date.now();
  let [looked, silent, last] = [ended, 0, heardAt()];
  while (Date.now() - ended < drain * LONGEST * 1000) {
    if (complete() && Date.now() - Math.max(ended, heardAt()) >= QUIET) return;
    await wait(TICK);
    const now = Date.now();
    // Time in which k6 itself did not get to run is not the server's silence.
    silent = heardAt() === last ? silent + Math.min(now - looked, 2 * TICK) : 0;
    if (silent >= drain * 1000) return;
    [looked, last] = [now, heardAt()];
  }
}
