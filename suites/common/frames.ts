// The frames that a client sends on a channel, made from their schemas: bob's, for alice, and harmless to others.
import type fc from 'fast-check';
import { arbitraryFrom, everyTwist, type TwistedBy } from '../../specs/kit/arbitraries.ts';
import { isObject } from '../kit/match.ts';
import type { Verbs } from '../kit/verbs.ts';

export interface Try {
  frame: unknown;
  /** "/message is missing"; "is valid". */
  twist: string;
}

export interface FrameKind {
  id: string;
  channel: string;
  example: Record<string, unknown>;
  valid: fc.Arbitrary<Try>;
  /** One for each step away from a valid frame. */
  twisted: fc.Arbitrary<Try>[];
}

/** What people write, in every dialect. */
const texts = ['message', 'message_body', 'text'];

/** Every kind of frame on this channel; on all of them when none is named. */
export function framesOf(
  { world, entrances }: Pick<Verbs, 'world' | 'entrances'>,
  channel?: string,
): FrameKind[] {
  return world.dialect.channels
    .filter(({ id }) => channel === undefined || id === channel)
    .flatMap(({ id: on, fromClient }) =>
      fromClient.map(({ id, schema, examples }): FrameKind => {
        const aim = (frame: unknown): unknown =>
          isObject(frame) ? harmless({ ...frame, ...entrances.aimed(id) }) : frame;
        const [example] = examples.map(aim).filter(isObject);
        return {
          id,
          channel: on,
          example: example ?? {},
          valid: arbitraryFrom(schema).map((frame) => ({ frame: aim(frame), twist: 'is valid' })),
          twisted: everyTwist(schema)
            .filter((one) => !spoilsText(one))
            .map(({ twist, values }) =>
              values.map(({ value }) => ({ frame: aimedBut(twist, value, aim), twist })),
            ),
        };
      }),
    );
}

/** A target that takes another type for a text would show it in the history ever after. */
function spoilsText({ kind, twist }: TwistedBy): boolean {
  return ['wrong-type', 'null'].includes(kind) && texts.some((text) => twist.startsWith(`/${text} `));
}

/** Aimed, but for the place that is twisted. */
function aimedBut(twist: string, frame: unknown, aim: (frame: unknown) => unknown): unknown {
  const [, key = ''] = /^\/([^/ ]+)/.exec(twist) ?? [];
  const aimed = aim(frame);
  if (key === '' || !isObject(frame) || !isObject(aimed)) return aimed;
  const { [key]: _, ...others } = aimed;
  return key in frame ? { ...others, [key]: frame[key] } : others;
}

/** Ids that nobody has: a random one may be somebody's. */
function harmless(frame: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(frame).map(([key, value]) => [key, key.endsWith('_id') ? nobodys(value) : value]),
  );
}

const beyond = 2_000_000_000;

function nobodys(id: unknown): unknown {
  if (typeof id === 'number' && Number.isInteger(id) && id > 0 && id < beyond)
    return beyond + (id % 1_000_000);
  if (typeof id === 'string' && /^\d{1,9}$/.test(id)) return String(beyond + Number(id));
  return id;
}
