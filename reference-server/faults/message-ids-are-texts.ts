import type { Fault } from '../fault-kit/faults.ts';
import { inMessages } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'message-ids-are-texts',
  dialects: ['rooms'],
  kind: 'schema',
  says: "The ids of a room's messages are texts instead of numbers.",
  breaks: ['rooms.history.item-shape'],
  outgoingResponse: inMessages((item) => ({ ...item, id: String(item['id']) })),
};
export default fault;
