import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'opens-odd-rooms',
  dialects: ['actions'],
  kind: 'connection',
  says: 'A socket opens for a room whose name is no number.',
  breaks: ['actions.access.address-without-a-room-closes'],
  sometimes: 'only when room_id holds letters',
  upgrade: (handshake, { request }) =>
    handshake.status === 404 && /[a-z]/.test(String(request.parameters['room_id'] ?? ''))
      ? { status: 101, protocol: request.protocols[0] }
      : undefined,
};
export default fault;
