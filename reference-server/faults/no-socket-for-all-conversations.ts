import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'no-socket-for-all-conversations',
  dialects: ['rooms'],
  kind: 'connection',
  says: 'The notification socket of all conversations does not exist.',
  breaks: ['rooms.auth.notifications-open'],
  upgrade: (_handshake, { channel }) => (channel === 'notifications' ? { status: 404 } : undefined),
};
export default fault;
