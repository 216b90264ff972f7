import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'leaks-to-all-sockets-of-receiver',
  dialects: ['rooms'],
  kind: 'leak',
  says: 'A message comes out in every room that its receiver has open.',
  breaks: ['rooms.delivery.stays-off-other-rooms'],
  audience(told, { message, cause, connections }) {
    if (message !== 'chatMessage') return undefined;
    const receivers = told.map(({ me }) => me.id).filter((id) => id !== cause.by?.id);
    return [
      ...told,
      ...connections().filter(
        (one) => one.channel === 'room' && receivers.includes(one.me.id) && !told.includes(one),
      ),
    ];
  },
};
export default fault;
