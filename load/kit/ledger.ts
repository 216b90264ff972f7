// Judges what one person hears in one conversation: every message of the other, once, in order, and nobody else's.
import { type Stamp, WRITTEN } from './stamp.ts';

/** What is `reordered` is delivered, too: it came after a later one. */
export type Finding = 'delivered' | 'reordered' | 'duplicated' | 'foreign' | 'own' | 'greeting';

export interface Ledger {
  /** The other person has sent the next message. */
  sent(): void;
  /** What this message is to whoever hears it; nothing, when it is for the history to judge. */
  heard(stamp: Stamp): Finding | undefined;
  /**
   * When this message was due, if it is the very next one; it is delivered then. Nearly all are, and this is quicker
   * than `heard`, which judges the others.
   */
  next(text: unknown): number | undefined;
  /** How many messages of the other person have not been heard. */
  readonly missing: number;
}

/** No message of a run begins like this. */
const NOTHING = '\0';

/** `headOf` is what the text of a message with this number begins with. */
export function ledgerOf(
  conversation: number,
  ear: number,
  headOf: (n: number) => string = () => NOTHING,
): Ledger {
  const seen: boolean[] = [];
  let sent = 0;
  let delivered = 0;
  let newest = -1;
  let head = headOf(0);
  return {
    sent() {
      sent += 1;
    },
    heard(stamp) {
      if (stamp.conversation !== conversation) return 'foreign';
      if (stamp.sender === WRITTEN) return undefined;
      if (stamp.sender === ear) return 'own';
      const { n } = stamp;
      if (n < 0) return 'greeting';
      if (n >= sent) return 'foreign';
      if (seen[n] === true) return 'duplicated';
      seen[n] = true;
      delivered += 1;
      if (n < newest) return 'reordered';
      newest = n;
      head = headOf(n + 1);
      return 'delivered';
    },
    next(text) {
      if (newest + 1 >= sent || typeof text !== 'string' || !text.startsWith(head)) return undefined;
      const scheduledAt = Number(text.slice(head.length));
      if (scheduledAt % 1 !== 0) return undefined;
      newest += 1;
      seen[newest] = true;
      delivered += 1;
      head = headOf(newest + 1);
      return scheduledAt;
    },
    get missing() {
      return sent - delivered;
    },
  };
}
