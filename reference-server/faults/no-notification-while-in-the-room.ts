import type { Fault } from '../fault-kit/faults.ts';
import { RINGS } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'no-notification-while-in-the-room',
  dialects: ['rooms'],
  kind: 'lost-delivery',
  says: 'Somebody who has a room open is told of no new message.',
  breaks: ['rooms.notifications.also-while-in-the-room', 'rooms.notifications.also-while-in-another-room'],
  sometimes: 'only while the receiver has a room open',
  outgoingFrame: (_frame, { message, to, connections }) =>
    RINGS.includes(message) &&
    connections().some(({ me, channel }) => channel === 'room' && me.id === to.me.id)
      ? null
      : undefined,
};
export default fault;
