// The hooks that most faults are made of: other frames of one kind, another body of one operation, other items in it.
import type { Frame, FrameContext, Hooks, ResponseContext } from './faults.ts';
import { isFrame, withTexts } from './frames.ts';

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

/** The hooks that change every text which comes in by a socket, or by a form or an edit over HTTP. */
export function changesTexts(change: (text: string) => string): Pick<Hooks, 'incomingFrame'> {
  return { incomingFrame: (frame) => withTexts(frame, change) };
}

/** Hooks by which somebody, once poisoned, neither hears anything more nor is heard. */
export const silences: Pick<Hooks, 'outgoingFrame'> = {
  outgoingFrame: (_frame, { to, cause, memory }) =>
    memory.has(to.me.id) || memory.has(cause.by?.id) ? null : undefined,
};
