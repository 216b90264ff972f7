import type { Fault } from '../fault-kit/faults.ts';
import { anotherRoom } from '../fault-kit/rows.ts';

const fault: Fault = {
  name: 'new-room-every-time',
  dialects: ['receipts'],
  kind: 'ids',
  says: 'Whoever asks for the room of two people gets a new one.',
  breaks: ['receipts.rooms.same-pair-same-room'],
  outgoingResponse(answer, context) {
    const { operation, request, store, memory } = context;
    if (operation !== 'getOrCreateRoom' || answer.status !== 200) return undefined;
    const pair = [Number(request.parameters['user_id_1']), Number(request.parameters['user_id_2'])];
    const rooms = Number(memory.get('rooms') ?? 0) + 1;
    memory.set('rooms', rooms);
    return { ...answer, body: { room_id: anotherRoom(`again ${rooms}`, pair, { store }) } };
  },
};
export default fault;
