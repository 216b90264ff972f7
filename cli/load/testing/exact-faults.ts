// For tests: faults that hit exactly the messages with certain numbers, so that what load counts is known beforehand.

import { loadFault } from '../../../reference-server/fault-kit/fault-files.ts';
import type { Fault, Hooks } from '../../../reference-server/fault-kit/faults.ts';

type OutgoingFrame = NonNullable<Hooks['outgoingFrame']>;

/** The number of the message of a load run that is somewhere in here; greetings have none. */
function numberIn(frame: unknown): number | undefined {
  const [, n] = /load \w+ \d+ \d+ (\d+) \d+/.exec(JSON.stringify(frame)) ?? [];
  return n === undefined ? undefined : Number(n);
}

export type Wanted = (n: number) => boolean;

/** The fault of the catalogue, for these messages only, and not where their author hears them. */
export async function exactly(name: string, wanted: Wanted): Promise<Fault> {
  const { outgoingFrame, audience, ...fault } = await loadFault(name);
  const hit = (frame: unknown): boolean => {
    const n = numberIn(frame);
    return n !== undefined && wanted(n);
  };
  return {
    ...fault,
    ...(outgoingFrame === undefined
      ? {}
      : {
          outgoingFrame: (frame, context) =>
            context.delivers && context.to.me.id !== context.cause.by?.id && hit(frame)
              ? outgoingFrame(frame, context)
              : undefined,
        }),
    ...(audience === undefined
      ? {}
      : {
          audience: (told, context) =>
            context.delivers && hit(context.cause.input) ? audience(told, context) : undefined,
        }),
  };
}

/** These messages arrive after the next one. */
export function overtaken(wanted: Wanted): Fault {
  const outgoingFrame: OutgoingFrame = (frame, { delivers, to, memory, cause }) => {
    const n = delivers && to.me.id !== cause.by?.id ? numberIn(frame) : undefined;
    if (n === undefined) return undefined;
    if (wanted(n)) {
      memory.set(to, frame);
      return null;
    }
    const held = memory.get(to);
    memory.delete(to);
    return held === undefined ? undefined : [frame, held];
  };
  return {
    name: 'overtaken',
    dialects: 'all',
    kind: 'reorder',
    says: 'Some messages arrive after the next one.',
    breaks: [],
    outgoingFrame,
  };
}
