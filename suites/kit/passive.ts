// Every body and frame that passes by is held against the specs, whatever the check is about.
import type { Violation } from '../../specs/kit/validate.ts';
import type { Entry } from './outcome.ts';

export interface Breach {
  requirement: string;
  says: string;
  entry: Entry;
  /** "a chatMessage frame", "the answer 200 of editMessage". */
  of: string;
}

export interface Ledger {
  breaches: Breach[];
  /** Requirements about a shape or value whose frame or body came by at least once. */
  seen: Set<string>;
  record(
    of: string,
    entry: Entry,
    judged: readonly (string | undefined)[],
    violations: readonly Violation[],
  ): void;
}

/** `forgiven` says whether a requirement does not count for this target (a declared alternative). */
export function startLedger(forgiven: (requirement: string) => boolean): Ledger {
  const breaches: Breach[] = [];
  const seen = new Set<string>();
  return {
    breaches,
    seen,
    record(of, entry, judged, violations) {
      for (const id of judged) if (id !== undefined) seen.add(id);
      for (const { requirement, says } of violations) {
        if (requirement === undefined || forgiven(requirement)) continue;
        seen.add(requirement);
        if (breaches.some((known) => known.requirement === requirement && known.says === says)) continue;
        breaches.push({ requirement, says, entry, of });
      }
    },
  };
}
