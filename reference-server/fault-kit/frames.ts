// Frames and bodies as faults take them apart: of whatever shape, whoever sent them.
import type { Frame } from './faults.ts';

/** The fields in which the dialects carry what people write. */
const TEXTS = new Set(['message', 'message_body', 'text']);

export function withTexts(frame: Frame, change: (text: string) => string): Frame {
  const entries = Object.entries(frame).map(([key, value]) => [
    key,
    TEXTS.has(key) && typeof value === 'string' ? change(value) : value,
  ]);
  return Object.fromEntries(entries);
}

export function textsIn(frame: Frame): string[] {
  return Object.entries(frame).flatMap(([key, value]) =>
    TEXTS.has(key) && typeof value === 'string' ? [value] : [],
  );
}

export function isFrame(value: unknown): value is Frame {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One field of whatever this is. */
export function fieldOf(value: unknown, name: string): unknown {
  return isFrame(value) ? value[name] : undefined;
}

/** The part of a frame that is about a message: under "message", or the frame itself. */
export function messageIn(frame: Frame): Frame {
  return isFrame(frame['message']) ? frame['message'] : frame;
}

/** The frame with other fields in the part that is about a message. */
export function withMessage(frame: Frame, fields: Frame): Frame {
  return isFrame(frame['message'])
    ? { ...frame, message: { ...frame['message'], ...fields } }
    : { ...frame, ...fields };
}

/** The same without one field. */
export function without(frame: Frame, key: string): Frame {
  return Object.fromEntries(Object.entries(frame).filter(([name]) => name !== key));
}

/** The frame without a field of the part that is about a message. */
export function withoutField(frame: Frame, field: string): Frame {
  const { [field]: _gone, ...message } = messageIn(frame);
  return isFrame(frame['message']) ? { ...frame, message } : message;
}

/** The items of a history. */
export function withItems(frame: unknown, change: (item: Frame) => Frame): unknown[] | undefined {
  return Array.isArray(frame)
    ? frame.map((item: unknown) => (isFrame(item) ? change(item) : item))
    : undefined;
}
