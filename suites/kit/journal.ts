// Everything that was sent and received during one check, in order, with tokens removed.
import type { Entry } from './outcome.ts';

const longest = 2_000;
const most = 400;

export interface Journal {
  entries: Entry[];
  /** Adds one entry and returns it, so that it can be marked as the offending one. */
  add(entry: Omit<Entry, 't' | 'what'> & { what: string }): Entry;
  /** Milliseconds since the journal began. */
  now(): number;
  /** The same text without any token. */
  redact(text: string): string;
  /** The entries for a report: all of a short check, both ends of a long one. */
  transcript(): Entry[];
}

/** `secrets` maps what must never show to what stands in its place. */
export function startJournal(secrets: Map<string, string>): Journal {
  const began = performance.now();
  const entries: Entry[] = [];
  const pattern = patternOf(secrets);
  const redact = (text: string): string =>
    pattern === undefined ? text : text.replace(pattern, (secret) => secrets.get(secret) ?? '‹token›');
  const now = (): number => Math.round((performance.now() - began) * 10) / 10;
  return {
    entries,
    now,
    redact,
    add(entry) {
      const whole = { ...entry, t: now(), what: cut(redact(entry.what)) };
      entries.push(whole);
      return whole;
    },
    transcript() {
      if (entries.length <= most) return entries;
      const note: Entry = {
        t: 0,
        who: 'harness',
        kind: 'note',
        where: '',
        what: `${entries.length - most} entries left out`,
      };
      return [...entries.slice(0, most / 2), note, ...entries.slice(-most / 2)];
    },
  };
}

const patterns = new WeakMap<Map<string, string>, RegExp>();

/** One expression for all secrets of a run, made once: every text that passes by is searched. */
function patternOf(secrets: Map<string, string>): RegExp | undefined {
  const known = patterns.get(secrets);
  if (known !== undefined) return known;
  // The longest first, so that a secret within another does not leave a rest of it.
  const words = [...secrets.keys()].filter((secret) => secret !== '').sort((a, b) => b.length - a.length);
  if (words.length === 0) return undefined;
  const pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  patterns.set(secrets, pattern);
  return pattern;
}

/** Long values are cut by code points, so that no character is torn. */
export function cut(text: string): string {
  if (text.length <= longest) return text;
  const points = Array.from(text.slice(0, longest * 2)).slice(0, longest);
  return `${points.join('')}… (${text.length} characters)`;
}
