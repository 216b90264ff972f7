// What is told about messages: each kind of news has to come once for each message.
import { type Ledger, ledgerOf } from './ledger.ts';
import * as metrics from './metrics.ts';
import { stampOf } from './party.ts';

export interface Notices {
  expect(conversation: number, sender: number): void;
  heard(kind: string, text: unknown): void;
  missing(): number;
  heardAt(): number;
  /** What has not come by now is lost. */
  close(): void;
}

export function noticesOf(kinds: string[]): Notices {
  const ledgers = new Map<string, Ledger>();
  let heardAt = 0;
  const ledger = (kind: string, conversation: number, sender: number): Ledger => {
    const key = `${kind} ${conversation} ${sender}`;
    const known = ledgers.get(key) ?? ledgerOf(conversation, -1);
    ledgers.set(key, known);
    return known;
  };
  const missing = (): number => [...ledgers.values()].reduce((all, one) => all + one.missing, 0);
  return {
    missing,
    heardAt: () => heardAt,
    expect(conversation, sender) {
      for (const kind of kinds) ledger(kind, conversation, sender).sent();
    },
    heard(kind, text) {
      const stamp = kinds.includes(kind) ? stampOf(text) : undefined;
      if (stamp === undefined || stamp.n < 0) return;
      heardAt = Date.now();
      const finding = ledger(kind, stamp.conversation, stamp.sender).heard(stamp);
      if (finding === 'delivered' || finding === 'reordered') {
        metrics.receipts.add(1, { kind });
        metrics.receipt.add(Math.max(0, heardAt - stamp.scheduledAt), { kind });
      } else metrics.receiptsDuplicated.add(1, { kind });
    },
    close() {
      if (kinds.length > 0) metrics.receiptsLost.add(missing());
    },
  };
}
