import type { Fault } from '../fault-kit/faults.ts';
import { placeOf } from '../fault-kit/visits.ts';

const fault: Fault = {
  name: 'room-for-each-direction',
  dialects: ['rooms'],
  kind: 'wrong-recipient',
  says: 'The room called bob and the room called alice are two: nobody hears the other.',
  breaks: ['rooms.rooms.both-people-share-one-room', 'rooms.delivery.reaches-the-other'],
  audience: (told, { message, cause }) =>
    message === 'chatMessage'
      ? told.filter(({ head }) => cause.connection && placeOf(head) === placeOf(cause.connection.head))
      : undefined,
};
export default fault;
