// What somebody fetches, held against the model. What is not so yet may become so while patience lasts.
import { type Member, membersOf } from '../../kit/beside.ts';
import { eventually } from '../../kit/eventually.ts';
import type { Finding } from '../finding.ts';
import { wasBrought } from '../look.ts';
import type { Run } from '../run.ts';
import { judgeWaiting } from './judge-waiting.ts';

export async function lookBeside(run: Run, who: Member): Promise<Finding | undefined> {
  let finding: Finding | undefined;
  await eventually(run.stage.world, async () => {
    finding = await seenBy(run, who);
    return finding === undefined ? true : undefined;
  });
  if (finding?.oracle !== 'group: pending is who has not received') return finding;
  // Where a note is not there for those who are left out of a list, that is what is wrong.
  for (const other of membersOf.all.filter((one) => one !== who)) {
    const theirs = await seenBy(run, other);
    if (theirs !== undefined && theirs.oracle !== finding.oracle) return theirs;
  }
  return finding;
}

async function seenBy({ stage, state, judged }: Run, who: Member): Promise<Finding | undefined> {
  const { beside } = stage.verbs;
  if (beside === undefined) return undefined;
  const lines = await beside.waiting(who);
  return judgeWaiting(state, { who, lines, known: (text) => wasBrought(stage, who, text) }, judged);
}
