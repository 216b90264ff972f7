// What is measured, as k6 metrics.
import { Counter, Trend } from 'k6/metrics';

export const sent = new Counter('chat_sent');
export const delivered = new Counter('chat_delivered');
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
