import type { Fault } from '../fault-kit/faults.ts';
import { inMessages } from '../fault-kit/rooms.ts';
import { withoutZone } from '../fault-kit/times.ts';

const fault: Fault = {
  name: 'message-times-without-zone',
  dialects: ['rooms'],
  kind: 'time',
  says: "The times of a room's messages have no zone.",
  breaks: ['rooms.delivery.dates-have-a-zone'],
  outgoingResponse: inMessages((item) => ({ ...item, date_added: withoutZone(item['date_added']) })),
};
export default fault;
