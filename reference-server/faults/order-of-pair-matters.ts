import type { Fault } from '../fault-kit/faults.ts';
import { anotherRoom } from '../fault-kit/rows.ts';

const fault: Fault = {
  name: 'order-of-pair-matters',
  dialects: ['receipts'],
  kind: 'ids',
  says: 'Two people have two rooms, depending on who is named first.',
  breaks: ['receipts.rooms.order-of-pair-does-not-matter'],
  sometimes: 'only when the newer of the two accounts is named first',
  outgoingResponse(answer, context) {
    const { operation, request, store, memory } = context;
    if (operation !== 'getOrCreateRoom' || answer.status !== 200) return undefined;
    const pair = [Number(request.parameters['user_id_1']), Number(request.parameters['user_id_2'])];
    const [one = 0, other = 0] = pair;
    if (one < other) return undefined;
    const key = `${one} before ${other}`;
    if (!memory.has(key)) memory.set(key, anotherRoom(key, pair, { store }));
    return { ...answer, body: { room_id: memory.get(key) } };
  },
};
export default fault;
