// Writes down what is heard, without what is another thing in every run: names, keys, ports and signatures.
import type { Provisioned } from '../control/provision.ts';

const NAMES = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi'];

export interface Scribe {
  /** Learns whom and what there is. */
  know(made: Provisioned): void;
  tell(who: string, what: string): void;
  lines(): string[];
}

export function scribe(): Scribe {
  const known = new Map<string, string>();
  const heard = new Map<string, string[]>();
  return {
    know({ people, groups }) {
      for (const [at, { id, username, email, phone, token, expired_token }] of people.entries()) {
        const name = NAMES[at] ?? `p${at + 1}`;
        known.set(token, `<token of ${name}>`).set(expired_token, `<expired token of ${name}>`);
        known.set(email, `<email of ${name}>`).set(username, `<${name}>`).set(phone, `<phone of ${name}>`);
        known.set(username.toUpperCase(), `<${name.toUpperCase()}>`);
        if (typeof id === 'string') known.set(id, `<id of ${name}>`).set(id.toUpperCase(), `<ID of ${name}>`);
      }
      for (const [at, { key }] of groups.entries()) known.set(key, `<group ${at + 1}>`);
    },
    tell(who, what) {
      const name = plain(who, known);
      heard.set(name, [...(heard.get(name) ?? []), plain(what, known)]);
    },
    lines: () =>
      [...heard]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .flatMap(([who, all]) => all.map((what) => `${who}: ${what}`)),
  };
}

function plain(text: string, known: ReadonlyMap<string, string>): string {
  let clean = text;
  for (const [value, stand] of known) clean = clean.replaceAll(value, stand);
  return clean
    .replace(/127\.0\.0\.1:\d+/g, '<host>')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, '<uuid>')
    .replace(/eyJ[\w-]+\.[\w-]*\.?[\w-]*/g, '<token>')
    .replace(/"grp":"[0-9a-f]{10}"/g, '"grp":"<key>"')
    .replace(/_[0-9a-f]{12}\b/g, '_<hex>')
    .replace(/[0-9a-f]{64}/g, '<signature>');
}
