// Judges what one person hears in one conversation: every message of the other, once, in order, and nobody else's.
import { type Stamp, WRITTEN } from './stamp.ts';

export type Finding = 'delivered' | 'duplicated' | 'reordered' | 'foreign' | 'own' | 'greeting';

export interface Ledger {
  /** The other person has sent the next message. */
  sent(): void;
  /** What this message is to whoever hears it; a late one is delivered and reordered. */
  heard(stamp: Stamp): Finding[];
  /** How many messages of the other person have not been heard. */
  readonly missing: number;
}

const IN_ORDER: Finding[] = ['delivered'];
const LATE: Finding[] = ['delivered', 'reordered'];
const OWN: Finding[] = ['own'];

export function ledgerOf(conversation: number, ear: number): Ledger {
  const seen: boolean[] = [];
  let sent = 0;
  let delivered = 0;
  let newest = -1;
  return {
    sent() {
      sent += 1;
    },
    heard(stamp) {
      if (stamp.conversation !== conversation) return ['foreign'];
      if (stamp.sender === WRITTEN) return [];
      if (stamp.n < 0) return stamp.sender === ear ? ['own'] : ['greeting'];
      if (stamp.sender === ear) return OWN;
      if (stamp.n >= sent) return ['foreign'];
      if (seen[stamp.n] === true) return ['duplicated'];
      seen[stamp.n] = true;
      delivered += 1;
      const late = stamp.n < newest;
      newest = Math.max(newest, stamp.n);
      return late ? LATE : IN_ORDER;
    },
    get missing() {
      return sent - delivered;
    },
  };
}
