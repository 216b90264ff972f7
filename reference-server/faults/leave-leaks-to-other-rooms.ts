import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'leave-leaks-to-other-rooms',
  dialects: ['rooms'],
  kind: 'leak',
  says: 'That somebody has left a room is told in every room.',
  breaks: ['rooms.presence.stays-in-the-room'],
  audience: (_told, { message, cause, connections }) =>
    message === 'userLeave'
      ? connections().filter((one) => one.channel === 'room' && one.me.id !== cause.by?.id)
      : undefined,
};
export default fault;
