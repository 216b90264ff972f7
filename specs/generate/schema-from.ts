import type { JsonSchema } from '../kit/json-schema.ts';
import { isRecord } from './json.ts';

/** A dereferenced schema without what a parser wrote into it. */
export function schemaFrom(value: unknown): JsonSchema {
  const clean = withoutParserMarks(value);
  return isRecord(clean) ? clean : {};
}

export function withoutParserMarks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutParserMarks);
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !key.startsWith('x-parser-'));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutParserMarks(inner)]));
}
