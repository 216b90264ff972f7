import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';
import { inMessages } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'person-is-a-name',
  dialects: ['rooms'],
  kind: 'schema',
  says: "The author of a room's message is a bare name instead of an object.",
  breaks: ['rooms.history.item-shape'],
  outgoingResponse: inMessages((item) => ({ ...item, from_user: fieldOf(item['from_user'], 'username') })),
};
export default fault;
