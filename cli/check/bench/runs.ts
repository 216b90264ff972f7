// Many whole runs against the clean reference server: not one of them may find anything, on a busy machine neither,
// and the verdicts are the same however many checks run at a time.
import type { Report } from '../../../reports/model.ts';
import { whileBusy } from './busy.ts';
import { median, say, seconds, type Timed, timed } from './timed.ts';

export async function manyRuns(count: number, busy: number): Promise<boolean> {
  const all: Timed[] = [];
  const one = async (at: number): Promise<void> => {
    const run = await timed([
      '--seed',
      String(at + 1),
      ...(at % 4 === 1 ? ['--concurrency', '1'] : at % 4 === 3 ? ['--concurrency', '16'] : []),
    ]);
    all.push(run);
    if (run.code !== 0)
      console.log(`run ${at + 1} ended with exit code ${run.code}: ${troubles(run.report)}`);
  };
  for (let at = 0; at < count - busy; at += 1) await one(at);
  await whileBusy(async () => {
    for (let at = count - busy; at < count; at += 1) await one(at);
  });
  const good = all.filter(({ code }) => code === 0).length;
  const [first, ...others] = all.map(({ report }) => verdictsIn(report));
  const verdicts = new Set([first?.join('\n'), ...others.map((one) => one.join('\n'))]);
  for (const [at, one] of others.entries()) {
    const different = one.filter((line) => first?.includes(line) === false);
    if (different.length > 0) console.log(`run ${at + 2} differs from run 1: ${different.join(', ')}`);
  }
  say(`whole runs that found nothing (${busy} with every core busy)`, `${good} of ${count}`, 'all wanted');
  say('different sets of verdicts, at concurrency 1, 8 and 16', String(verdicts.size), '1 wanted');
  say('median of a run among these', seconds(median(all.map(({ wallMs }) => wallMs))), '');
  return good === count && verdicts.size === 1;
}

const verdictsIn = ({ requirements }: Report): string[] =>
  requirements.map(({ id, verdict }) => `${id} ${verdict}`);

function troubles({ requirements }: Report): string {
  const bad = requirements.filter(({ verdict }) => !['pass', 'inapplicable', 'known'].includes(verdict));
  return bad.map(({ id, verdict }) => `${verdict} ${id}`).join(', ');
}
