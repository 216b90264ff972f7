// Where the answer to a fetch goes to every receive socket of a person, nothing in a chunk tells whose it is: people ask
// one thing at a time, and the next one only when the copies of the last answer have come.
import type { Run } from '../kit/world.ts';
import type { Inbox, Kind } from './inbox.ts';

export type Turn = <T>(act: () => Promise<T>) => Promise<T>;

/** One after the other, whether the one before went well or not. */
export function inTurn(): Turn {
  let before: Promise<unknown> = Promise.resolve();
  return (act) => {
    const mine = before.then(act);
    before = mine.catch(() => undefined);
    return mine;
  };
}

/** Whether this target sends copies; unknown until two sockets of one person were open. */
const copying = new WeakMap<Run, boolean>();

/** As long as an answer takes, a copy may take several times. */
const slower = 10;
const least = 100;

/** To call before an ask, with the other sockets; what it returns waits for their copies of the answer. */
export function copiesTo(others: readonly Inbox[], kind: Kind, { run }: { run: Run }): () => Promise<void> {
  const marks = others.map((inbox) => ({ inbox, since: inbox.mark }));
  // A copy that came when nobody waited for it any more.
  if (others.some((inbox) => inbox.strays > 0)) copying.set(run, true);
  const began = performance.now();
  return async () => {
    if (marks.length === 0 || copying.get(run) === false) return;
    if (copying.get(run) === undefined) {
      const within = Math.max(least, (performance.now() - began) * slower);
      const came = marks.map(({ inbox, since }) =>
        inbox.until(() => inbox.chunks(kind, since).at(0), within),
      );
      const isCopying = (await Promise.all(came)).some((chunk) => chunk !== undefined);
      copying.set(run, isCopying || copying.get(run) === true);
      if (!isCopying) return;
    }
    await Promise.all(
      marks.map(async ({ inbox, since }) => {
        const last = await inbox.lastChunk(kind, since);
        if (last === undefined) inbox.hearsCopies = false;
        inbox.noted();
      }),
    );
  };
}
