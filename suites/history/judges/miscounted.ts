import type { EventOf } from '../events.ts';
import { type Finding, type Judge, witness } from '../finding.ts';
import type { History } from '../history.ts';

export const miscounted: Judge = {
  name: 'miscounted',
  says: 'Once nothing is on its way, a count is what was counted before and what has come since.',
  judge(history) {
    const found: Finding[] = [];
    const counts = new Map<string, Count>();
    const byConversation = new Map<string, Count[]>();
    const countOf = ({ person, conversation }: { person: string; conversation: string }): Count => {
      const key = JSON.stringify([person, conversation]);
      const known = counts.get(key);
      if (known !== undefined) return known;
      const made: Count = { person, base: undefined, low: 0, high: 0, since: [], racing: 0, reading: false };
      counts.set(key, made);
      byConversation.set(conversation, [...(byConversation.get(conversation) ?? []), made]);
      return made;
    };
    let quiet = true;
    for (const [line, event] of history.events.entries()) {
      switch (event.kind) {
        case 'send':
          quiet = false;
          for (const count of byConversation.get(event.conversation) ?? [])
            if (count.person !== event.person) sent(history, count, { line, event });
          break;
        case 'read':
          quiet = false;
          read(countOf(event), line);
          break;
        case 'settled':
          quiet = true;
          for (const count of counts.values()) [count.racing, count.reading] = [0, false];
          break;
        case 'counter': {
          // While something is on its way, any count may be the right one.
          const count = countOf(event);
          if (!quiet) break;
          const finding = wrong(count, { line, event });
          if (finding !== undefined) found.push(finding);
          Object.assign(count, { base: { value: event.value, line }, low: 0, high: 0, since: [] });
          break;
        }
        default:
          break;
      }
    }
    return found;
  },
};

interface Count {
  person: string;
  base: { value: number; line: number; isReading?: true } | undefined;
  /** How much has come since: at least, and at most. */
  low: number;
  high: number;
  since: number[];
  /** Sent since all was quiet: a reader may or may not have seen them. */
  racing: number;
  reading: boolean;
}

function sent(
  { conversations }: History,
  count: Count,
  { line, event }: { line: number; event: EventOf<'send'> },
): void {
  const message = conversations.get(event.conversation)?.messages.get(event.message);
  if (message?.refused !== undefined) return;
  count.high += 1;
  count.racing += 1;
  count.since.push(line);
  if (!count.reading && message !== undefined && message.known < Infinity) count.low += 1;
}

function read(count: Count, line: number): void {
  Object.assign(count, {
    base: { value: 0, line, isReading: true },
    low: 0,
    high: count.racing,
    since: [],
    reading: true,
  });
}

function wrong(
  { base, low, high, since, person }: Count,
  { line, event }: { line: number; event: EventOf<'counter'> },
): Finding | undefined {
  if (base === undefined) return undefined;
  const [least, most] = [base.value + low, base.value + high];
  if (event.value >= least && event.value <= most) return undefined;
  const right = least === most ? `${least}` : `${least} to ${most}`;
  const was =
    base.isReading === true
      ? `had read everything, and ${high} came meanwhile or since`
      : `it was ${base.value} before and ${high} came since`;
  return {
    judge: 'miscounted',
    place: base.isReading === true ? 'reading' : 'count',
    conversation: event.conversation,
    expected: `${person} is told ${right}`,
    received: `${event.value}`,
    because: `${person} was told ${event.value}, but ${was}`,
    witness: witness(base.line, ...since.slice(0, 3), line),
  };
}
