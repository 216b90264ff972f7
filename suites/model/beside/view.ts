// What somebody fetches, held against the model. What is not so yet may become so while patience lasts.
import type { Member } from '../../kit/beside.ts';
import { eventually } from '../../kit/eventually.ts';
import type { Finding } from '../finding.ts';
import type { Run } from '../run.ts';
import { judgeWaiting } from './judge-waiting.ts';

export async function lookBeside({ stage, state, judged }: Run, who: Member): Promise<Finding | undefined> {
  const { beside } = stage.verbs;
  if (beside === undefined) return undefined;
  let finding: Finding | undefined;
  await eventually(stage.world, async () => {
    finding = judgeWaiting(state, { who, lines: await beside.waiting(who) }, judged);
    return finding === undefined ? true : undefined;
  });
  return finding;
}
