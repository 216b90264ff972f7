// Proof of absence: a message that every observer must see is sent after the act; what did not come before it is not
// coming. docs/how-we-judge.md explains the grades.
import { Failure, given, Unmet } from './failure.ts';
import { mismatches, type Pattern, show } from './match.ts';
import type { FenceGrade } from './outcome.ts';
import type { Heard, Socket } from './socket.ts';

/** Passes a fence: when `pass` fails, the fence is lost and the check is inconclusive. */
export async function fence(
  grade: FenceGrade,
  observer: Socket,
  pass: () => Promise<unknown>,
): Promise<void> {
  await given('The fence was lost', pass);
  observer.world.fences.push(grade);
}

export interface Absence {
  /** The frame's name; any frame when left out. */
  name?: string;
  pattern?: Pattern;
  since?: number;
  requirement?: string;
  /** What the observer must not hear, in words: "the message of another room". */
  what: string;
}

/** After a fence: the observer heard nothing of this kind. */
export function heardNothing(observer: Socket, absence: Absence): void {
  expectCount(observer, absence, 0);
}

/** After a fence: the observer heard exactly one of this kind. */
export function heardOnce(observer: Socket, absence: Absence): Heard {
  expectCount(observer, absence, 1);
  const [one] = heardOf(observer, absence);
  if (one === undefined) throw new Unmet('a frame was counted and is not there');
  return one;
}

function heardOf(observer: Socket, { name, pattern, since = 0 }: Absence): Heard[] {
  if (name !== undefined) return observer.all(name, pattern, since);
  return observer.heard
    .slice(since)
    .filter(({ value }) => pattern === undefined || mismatches(value, pattern).length === 0);
}

function expectCount(observer: Socket, absence: Absence, allowed: number): void {
  const found = heardOf(observer, absence);
  if (found.length === allowed) return;
  const offender = found[allowed];
  if (offender !== undefined) offender.entry.offending = true;
  throw new Failure({
    expected: `${observer.who} hears ${absence.what} ${allowed === 0 ? 'not at all' : 'once'}`,
    received: found.length === 0 ? 'nothing' : found.map(({ value }) => show(value, 80)).join(', '),
    because: `${observer.who} heard ${absence.what} ${times(found.length)}`,
    requirement: absence.requirement,
  });
}

function times(count: number): string {
  if (count === 0) return 'not at all';
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}
