// All judges, and what they say together about one journal.
import type { Event } from './events.ts';
import type { Finding, Judge } from './finding.ts';
import { type History, historyOf } from './history.ts';
import { backwards } from './judges/backwards.ts';
import { changed } from './judges/changed.ts';
import { disagreement } from './judges/disagreement.ts';
import { duplicated } from './judges/duplicated.ts';
import { ghost } from './judges/ghost.ts';
import { leaked } from './judges/leaked.ts';
import { lost } from './judges/lost.ts';
import { miscounted } from './judges/miscounted.ts';
import { reordered } from './judges/reordered.ts';
import { returned } from './judges/returned.ts';
import { stale } from './judges/stale.ts';

export const judges: readonly Judge[] = [
  lost,
  duplicated,
  ghost,
  reordered,
  disagreement,
  leaked,
  changed,
  backwards,
  miscounted,
  returned,
  stale,
];

export function findingsIn(events: readonly Event[]): Finding[] {
  return judgeHistory(historyOf(events));
}

export function judgeHistory(history: History): Finding[] {
  return judges.flatMap((judge) => judge.judge(history));
}
