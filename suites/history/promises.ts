// Which requirement of a dialect a finding breaks. What a dialect does not promise is not judged.
import type { Dialect } from '../../specs/kit/dialect.ts';
import type { Finding, JudgeName, Place } from './finding.ts';

const reachesThem = [
  'delivery.reaches-the-other-member',
  'delivery.reaches-the-other',
  'delivery.reaches-receiver',
  'delivery.reaches-the-receiver',
];
const sameForBoth = [
  'history.same-for-both-members',
  'history.same-for-both-people',
  'history.same-for-both',
];

/** The judge, the place, and what it is about where a place has several promises. */
type About = `${JudgeName} ${Place}` | `backwards view ${'delivered' | 'read'}`;

/** The first of these that a dialect has. */
const promises: Partial<Record<About, readonly string[]>> = {
  'lost person': reachesThem,
  'lost socket': ['delivery.reaches-every-socket', 'delivery.reaches-every-receive-socket'],
  'lost sender': ['delivery.reaches-the-sender'],
  'lost view': ['history.holds-every-message', 'fetch.holds-until-acknowledged'],
  'duplicated socket': ['delivery.exactly-once'],
  'duplicated view': [
    'history.each-message-once',
    'fetch.each-message-once',
    // Where there is no requirement of its own, this one says "once".
    'history.holds-every-message',
  ],
  'ghost socket': ['delivery.same-text', ...reachesThem],
  'ghost view': ['agreement.text', 'history.agrees-with-the-frames', 'fetch.agrees-with-the-frames'],
  'reordered socket': ['delivery.in-the-order-sent'],
  'reordered view': ['history.oldest-first'],
  'disagreement view': sameForBoth,
  'leaked socket': [
    'delivery.stays-in-the-room',
    'delivery.stays-between-the-two',
    'delivery.reaches-nobody-else',
    'access.outsider-hears-nothing',
  ],
  'changed view': sameForBoth,
  'backwards socket': ['status.delivered-comes-before-read'],
  'backwards view delivered': ['status.delivered-is-stored'],
  'backwards view read': ['status.read-is-stored'],
  'miscounted count': ['unread.conversation-counts-each-message'],
  'miscounted reading': ['unread.reading-clears-the-conversation'],
  'returned view': ['delete.gone-from-history', 'received.deletes-the-message'],
  'stale view': ['edit.stored'],
};

/** Every requirement that judges may blame, without its dialect, for findings of these judges. */
export function promisesOf(names: readonly JudgeName[]): string[] {
  const all = Object.entries(promises).flatMap(([about, slugs]) =>
    names.some((name) => about.startsWith(`${name} `)) ? [...slugs] : [],
  );
  return [...new Set(all)];
}

/** The id of the requirement that the finding breaks in this dialect; undefined when it promises nothing of the kind. */
export function brokenBy({ judge, place, of }: Finding, { name, requirements }: Dialect): string | undefined {
  const abouts = [`${judge} ${place} ${of}`, `${judge} ${place}`];
  const slugs = Object.entries(promises).find(([about]) => abouts.includes(about))?.[1] ?? [];
  const ids = new Set(requirements.map(({ id }) => id));
  return slugs.map((slug) => `${name}.${slug}`).find((id) => ids.has(id));
}

/** Whether the sender's own sockets have to hear what they send. */
export function echoes({ name, requirements }: Dialect): boolean {
  return requirements.some(({ id }) => id === `${name}.delivery.reaches-the-sender`);
}

/** The same for these requirements only, named without their dialect. */
export function only(
  { dialect }: { dialect: Dialect },
  slugs: readonly string[],
): (finding: Finding) => string | undefined {
  const judged = new Set(slugs.map((slug) => `${dialect.name}.${slug}`));
  return (finding) => {
    const id = brokenBy(finding, dialect);
    return id !== undefined && judged.has(id) ? id : undefined;
  };
}
