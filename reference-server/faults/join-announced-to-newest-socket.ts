import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'join-announced-to-newest-socket',
  dialects: ['rooms'],
  kind: 'wrong-recipient',
  says: 'Of several sockets of one person only the newest hears who enters.',
  breaks: ['rooms.presence.join-on-every-socket'],
  sometimes: 'only when somebody has several sockets in the room',
  audience: (told, { message }) => (message === 'userJoin' ? told.slice(-1) : undefined),
};
export default fault;
