import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';
import { inMessages } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'item-without-receiver',
  dialects: ['rooms'],
  kind: 'schema',
  says: "A room's messages do not say for whom they are.",
  breaks: ['rooms.history.item-shape'],
  outgoingResponse: inMessages((item) => without(item, 'to_user')),
};
export default fault;
