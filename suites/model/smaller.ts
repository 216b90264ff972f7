// Sequences a little smaller than a given one, with every number in them put right.
import type { Role } from '../kit/verbs.ts';
import { isBeside, labelOf, type Step } from './step.ts';

/** The longest cuts first; then what is said with smaller numbers. */
export function smallerThan(steps: readonly Step[]): Step[][] {
  const found: Step[][] = [];
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let from = 0; from + size <= steps.length; from += size)
      found.push(without(steps, (at) => at >= from && at < from + size));
  if (steps.length <= 8)
    for (let one = 0; one < steps.length; one += 1)
      for (let two = one + 2; two < steps.length; two += 1)
        found.push(without(steps, (at) => at === one || at === two));
  for (const [at, step] of steps.entries()) {
    const plain = plainer(step);
    if (plain === undefined) continue;
    const plainly = steps.map((one, n) => (n === at ? plain : one));
    found.push(renumbered(plainly, steps), renumbered(plainly, steps, 'last'));
  }
  const known = new Set([JSON.stringify(steps)]);
  return found.filter((one) => {
    const key = JSON.stringify(one);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

function plainer(step: Step): Step | undefined {
  if (step.do === 'say' && step.times > 1) return { ...step, times: step.times - 1 };
  if (step.do === 'leave' && step.how === 'abruptly') return { ...step, how: 'cleanly' };
  if (step.do === 'say and vanish') return { ...step, do: 'say', times: 1 };
  if (step.do === 'edit' && step.claiming === true) {
    const { claiming: _, ...plain } = step;
    return plain;
  }
  return undefined;
}

function without(steps: readonly Step[], isCut: (at: number) => boolean): Step[] {
  return renumbered(
    steps.map((step, at) => (isCut(at) ? undefined : step)),
    steps,
  );
}

/**
 * What speaks of sockets and messages that are not there any more goes, too; the rest is counted anew. Where fewer
 * things are said at once, the first or the last ones are kept.
 */
function renumbered(
  kept: readonly (Step | undefined)[],
  before: readonly Step[],
  which: 'first' | 'last' = 'first',
): Step[] {
  const messages = new Map<number, number>();
  const sockets = new Map<string, number>();
  const notes = new Map<number, number>();
  const was = { messages: 0, notes: 0, alice: 0, bob: 0 };
  const is = { messages: 0, notes: 0, alice: 0, bob: 0 };
  return before.flatMap((old, at): Step[] => {
    const step = kept[at];
    const now = step === undefined ? undefined : put(step, { messages, sockets, notes });
    if (old.do === 'say beside') {
      was.notes += 1;
      if (now !== undefined) {
        is.notes += 1;
        notes.set(was.notes, is.notes);
      }
    }
    if (old.do === 'connect') {
      was[old.who] += 1;
      if (now !== undefined) {
        is[old.who] += 1;
        sockets.set(labelOf(old.who, was[old.who]), is[old.who]);
      }
    }
    const [count, left] = [saidIn(old), now === undefined ? 0 : saidIn(now)];
    for (let n = 1; n <= count; n += 1) {
      was.messages += 1;
      if (which === 'first' ? n > left : n <= count - left) continue;
      is.messages += 1;
      messages.set(was.messages, is.messages);
    }
    return now === undefined ? [] : [now];
  });
}

function saidIn(step: Step): number {
  if (step.do === 'say') return step.times;
  return step.do === 'say and vanish' || step.do === 'upload' ? 1 : 0;
}

interface Numbers {
  messages: ReadonlyMap<number, number>;
  notes: ReadonlyMap<number, number>;
  sockets: ReadonlyMap<string, number>;
}

function put(step: Step, { messages, sockets, notes }: Numbers): Step | undefined {
  if (isBeside(step)) {
    if (!('note' in step)) return step;
    const note = notes.get(step.note);
    return note === undefined ? undefined : { ...step, note };
  }
  const socket = 'socket' in step ? socketOf(sockets, step) : undefined;
  if ('socket' in step && socket === undefined) return undefined;
  const message = 'message' in step && step.message !== undefined ? messages.get(step.message) : undefined;
  if ('message' in step && step.message !== undefined && message === undefined) return undefined;
  return {
    ...step,
    ...(socket === undefined ? {} : { socket }),
    ...(message === undefined ? {} : { message }),
  };
}

const socketOf = (
  sockets: ReadonlyMap<string, number>,
  { who, socket }: { who: Role; socket: number },
): number | undefined => sockets.get(labelOf(who, socket));
