// What people are shown, held against the model. What is not so yet may become so while patience lasts.
import { eventually } from '../kit/eventually.ts';
import type { Line, Role } from '../kit/verbs.ts';
import { servedFromView } from './files/served.ts';
import type { Finding } from './finding.ts';
import { judgeView } from './judge-view.ts';
import type { Run } from './run.ts';
import { probe, type Stage } from './stage.ts';

export async function look(run: Run, who: Role): Promise<Finding | undefined> {
  const { stage, state, ids, judged: promised } = run;
  const { history, shows = {} } = stage.verbs;
  if (history === undefined) return undefined;
  const judged = (lines: readonly Line[]): Finding | undefined =>
    judgeView(
      state,
      {
        who,
        lines,
        pending: shows.others === true,
        cut: shows.newest !== undefined && lines.length >= shows.newest,
        known: (text) => wasBrought(stage, who, text),
      },
      ids,
      promised,
    );
  let finding: Finding | undefined;
  let shown: Line[] = [];
  await eventually(stage.world, async () => {
    shown = await history(who);
    finding = judged(shown);
    return finding === undefined ? true : undefined;
  });
  return finding ?? servedFromView(run, who, shown);
}

/** Whether a frame of whatever kind has brought somebody this text. */
export function wasBrought({ world }: Stage, who: string, text: string): boolean {
  const quoted = JSON.stringify(text);
  return world.journal.entries.some(
    (entry) => entry.kind === 'received' && entry.who === who && entry.what.includes(quoted),
  );
}

export async function checkCount(run: Run, who: Role): Promise<Finding | undefined> {
  const { stage, state, judged: promised } = run;
  const { unread } = stage.verbs;
  if (unread === undefined) return undefined;
  const { least, most, cleared } = state.unread[who];
  const allowed = most + probesOf(stage, who) - (run.probesBefore.get(who) ?? 0);
  let count = 0;
  const right = await eventually(stage.world, async () => {
    count = await unread(who);
    return count >= least && count <= allowed ? true : undefined;
  });
  if (right === true) return undefined;
  const received = state.messages.some(({ author }) => author !== who);
  const more = cleared ? 'reading clears' : received ? 'unread counted' : 'own messages do not count';
  const oracle = count > allowed ? more : 'unread counted';
  if (promised(oracle) === undefined) return undefined;
  return {
    oracle,
    expected: `${least === allowed ? least : `between ${least} and ${allowed}`} unread for ${who}`,
    received: `${count} unread`,
    because: `${who} is told of ${count} unread messages`,
    claim: { on: who, where: 'count', least, most: allowed },
  };
}

/** The driver itself says something to whoever connects while another is there. */
export function probesOf({ ears }: Stage, who: Role): number {
  return ears
    .filter((ear) => ear.who === who)
    .flatMap((ear) => ear.listen())
    .filter(({ kind, text }) => kind === 'said' && text?.startsWith(probe) === true).length;
}
