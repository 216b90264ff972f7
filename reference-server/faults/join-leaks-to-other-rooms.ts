import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'join-leaks-to-other-rooms',
  dialects: ['rooms'],
  kind: 'leak',
  says: 'That somebody has entered a room is told in every room.',
  breaks: ['rooms.presence.stays-in-the-room'],
  audience: (_told, { message, cause, connections }) =>
    message === 'userJoin'
      ? connections().filter((one) => one.channel === 'room' && one.me.id !== cause.by?.id)
      : undefined,
};
export default fault;
