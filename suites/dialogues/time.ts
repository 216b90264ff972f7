// Times as this dialect spells them; they name messages, so that they are compared as instants, to the millisecond.
import { type Judge, show } from '../kit/match.ts';

export type Spelling = 'with a space' | 'with T and Z';

const shape = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/i;

/** Milliseconds since 1970; NaN when it is no time. A time without a zone is in UTC. */
export function instantOf(value: unknown): number {
  const [, day, clock, fraction = '', zone = 'Z'] = shape.exec(String(value)) ?? [];
  return Date.parse(`${day}T${clock}${zone}`) + Math.round(Number(`0${fraction}`) * 1_000);
}

export function spell(at: number, spelling: Spelling = 'with a space'): string {
  const text = new Date(at).toISOString();
  return spelling === 'with T and Z' ? text : text.replace('T', ' ').replace('Z', '');
}

/** Both spellings of an instant name the same one. */
export function sameInstant(at: number): Judge {
  return (value) => instantOf(value) === at || `is ${show(value)}, not ${show(spell(at))}`;
}

const latest = new Map<string, number>();

/**
 * Now, or a little later: a time that this person has not used before, because it will name what they send. It is a
 * multiple of `step` milliseconds.
 */
export function nextInstant(phone: string, step = 1): number {
  const at = Math.ceil(Math.max(Date.now(), (latest.get(phone) ?? 0) + 1) / step) * step;
  latest.set(phone, at);
  return at;
}
