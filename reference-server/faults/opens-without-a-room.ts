import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'opens-without-a-room',
  dialects: ['actions'],
  kind: 'connection',
  says: 'A socket without a room opens and stays silent.',
  breaks: ['actions.access.address-without-a-room-closes'],
  sometimes: 'only without room_id',
  upgrade: (handshake, { request }) =>
    handshake.status === 404 && request.parameters['room_id'] === undefined
      ? { status: 101, protocol: request.protocols[0] }
      : undefined,
};
export default fault;
