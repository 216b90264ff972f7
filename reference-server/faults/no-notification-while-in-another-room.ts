import type { Fault } from '../fault-kit/faults.ts';
import { otherOf, RINGS } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'no-notification-while-in-another-room',
  dialects: ['rooms'],
  kind: 'lost-delivery',
  says: 'Somebody who has the room of one person open is told of no new message of another.',
  breaks: ['rooms.notifications.also-while-in-another-room'],
  sometimes: 'only while the receiver has another room open',
  outgoingFrame: (_frame, { message, to, cause, store, connections }) =>
    RINGS.includes(message) &&
    connections().some(
      (one) => one.channel === 'room' && one.me.id === to.me.id && otherOf(store, one) !== cause.by?.id,
    )
      ? null
      : undefined,
};
export default fault;
