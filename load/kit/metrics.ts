// What is measured, as k6 metrics.

import { Counter, Trend } from 'k6/metrics';
import { setTimeout } from 'k6/timers';

export const sent = bundled(new Counter('chat_sent'));
export const delivered = bundled(new Counter('chat_delivered'));
export const lost = new Counter('chat_lost');
/** What is wrong with a message that was heard. */
export const wrong = {
  duplicated: new Counter('chat_duplicated'),
  reordered: new Counter('chat_reordered'),
  foreign: new Counter('chat_foreign'),
};
/** By kind: a socket that does not open or closes, a pair that cannot hear each other, a message that cannot be sent. */
export const errors = new Counter('chat_errors');
export const opened = new Counter('chat_opened');
export const closed = new Counter('chat_closed');
/** From the scheduled send to the arrival at the other person. */
export const delivery = new Trend('chat_delivery_ms', true);
export const connect = new Trend('chat_connect_ms', true);
/** How late a message was sent, which is k6's own lateness: no server is to blame for it. */
export const lag = new Trend('chat_lag_ms', true);
/** From asking for what was said before, or connecting, to its arrival. */
export const history = new Trend('chat_history_ms', true);
/** By kind: a view that holds more than it may or stands the wrong way round, and a list that shows something old. */
export const historyWrong = new Counter('chat_history_wrong');
export const listing = new Trend('chat_listing_ms', true);
/** From the scheduled send to what tells about it: a mark, a confirmation, a notification; by kind. */
export const receipt = new Trend('chat_receipt_ms', true);
export const receipts = new Counter('chat_receipts');
export const receiptsLost = new Counter('chat_receipts_lost');
export const receiptsDuplicated = new Counter('chat_receipts_duplicated');
export const upload = new Trend('chat_upload_ms', true);
export const download = new Trend('chat_download_ms', true);
export const typing = new Counter('chat_typing');

/** One sample for what is counted within a quarter of a second: thousands of ones cost more than what they count. */
function bundled(counter: Counter): { add(count: number): void } {
  let counted = 0;
  return {
    add(count) {
      if (counted === 0)
        setTimeout(() => {
          counter.add(counted);
          counted = 0;
        }, 250);
      counted += count;
    },
  };
}
