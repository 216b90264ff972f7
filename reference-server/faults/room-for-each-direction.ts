import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'room-for-each-direction',
  dialects: ['rooms'],
  kind: 'wrong-recipient',
  says: 'The room called bob and the room called alice are two: nobody hears the other.',
  breaks: ['rooms.rooms.both-people-share-one-room', 'rooms.delivery.reaches-the-other'],
  audience: (told, { message, cause }) =>
    message === 'chatMessage'
      ? told.filter(({ address }) => address === cause.connection?.address)
      : undefined,
};
export default fault;
