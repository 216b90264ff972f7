import type { Fault } from '../fault-kit/faults.ts';
import { inMessages } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'messages-share-one-id',
  dialects: ['rooms'],
  kind: 'ids',
  says: "All of a room's messages have the id of one.",
  breaks: ['rooms.history.every-message-has-its-own-id'],
  outgoingResponse: inMessages((item, { request, memory }) => {
    const key = request.parameters['room'];
    if (!memory.has(key)) memory.set(key, item['id']);
    return { ...item, id: memory.get(key) };
  }),
};
export default fault;
