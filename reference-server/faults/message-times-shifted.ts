import type { Fault } from '../fault-kit/faults.ts';
import { inMessages } from '../fault-kit/rooms.ts';
import { later } from '../fault-kit/times.ts';

const fault: Fault = {
  name: 'message-times-shifted',
  dialects: ['rooms'],
  kind: 'time',
  says: "The times of a room's messages are those of another zone.",
  breaks: ['rooms.history.date-agrees-with-the-frames'],
  outgoingResponse: inMessages((item) => ({ ...item, date_added: later(item['date_added'], 60) })),
};
export default fault;
