import { hoursLater } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { inMessages } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'message-times-shifted',
  dialects: ['rooms'],
  kind: 'time',
  says: "The times of a room's messages are those of another zone.",
  breaks: ['rooms.history.date-agrees-with-the-frames'],
  outgoingResponse: inMessages((item) => ({ ...item, date_added: hoursLater(item['date_added'], 1) })),
};
export default fault;
