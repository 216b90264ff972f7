// What most faults are made of: other frames of one kind, another body of one operation, other items in it.

import type { Frame, FrameContext, Hooks, ResponseContext } from './faults.ts';
import { isFrame } from './kit.ts';

/** Changes every frame of this kind; the hook's own answers apply. */
export function inFrames(
  message: string,
  change: (frame: Frame, context: FrameContext) => unknown,
): NonNullable<Hooks['outgoingFrame']> {
  return (frame, context) => (context.message === message ? change(frame, context) : undefined);
}

/** Changes the body of every answer of an operation that has worked. */
export function inBody(
  operation: string,
  change: (body: Frame, context: ResponseContext) => unknown,
): NonNullable<Hooks['outgoingResponse']> {
  return (answer, context) => {
    if (
      context.operation !== operation ||
      answer.status > 299 ||
      !isFrame(answer.body) ||
      Buffer.isBuffer(answer.body)
    )
      return undefined;
    const body = change(answer.body, context);
    return body === undefined ? undefined : { ...answer, body };
  };
}

/** Changes each item of a list in such a body, or the one object, that lies at the end of this path. */
export function inItems(
  operation: string,
  path: readonly string[],
  change: (item: Frame, context: ResponseContext) => unknown,
): NonNullable<Hooks['outgoingResponse']> {
  return inBody(operation, (body, context) => replaced(body, path, (item) => change(item, context)));
}

function replaced(value: unknown, path: readonly string[], change: (item: Frame) => unknown): unknown {
  const [key, ...rest] = path;
  if (key !== undefined)
    return isFrame(value) ? { ...value, [key]: replaced(value[key], rest, change) } : value;
  if (Array.isArray(value)) return value.map((item: unknown) => (isFrame(item) ? change(item) : item));
  return isFrame(value) ? change(value) : value;
}

/** The same without one field. */
export function without(frame: Frame, key: string): Frame {
  return Object.fromEntries(Object.entries(frame).filter(([name]) => name !== key));
}

/** A time in any spelling with a zone, so many hours later, in the same spelling. */
export function hoursLater(time: unknown, hours: number): string {
  const [whole = '', fraction = '', zone = ''] = /^(.{19})(\.\d+)?(.*)$/.exec(String(time))?.slice(1) ?? [];
  const moved = new Date(Date.parse(`${whole}Z`) + hours * 3_600_000).toISOString().slice(0, 19);
  return `${moved}${fraction}${zone}`;
}

/** The same time without its zone. */
export function withoutZone(time: unknown): string {
  return String(time).replace(/(Z|[+-]\d\d:\d\d)$/, '');
}
