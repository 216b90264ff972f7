import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'notification-sockets-refuse-everybody',
  dialects: ['rooms'],
  kind: 'connection',
  says: 'No notification socket opens, whoever asks.',
  breaks: ['rooms.auth.notifications-open'],
  upgrade: (_handshake, { channel }) => (channel === 'room' ? undefined : { status: 403 }),
};
export default fault;
