import type { Fault } from '../fault-kit/faults.ts';
import { inMessages } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'message-times-in-whole-seconds',
  dialects: ['rooms'],
  kind: 'time',
  says: "The times of a room's messages have lost their fractions of a second.",
  breaks: ['rooms.history.date-agrees-with-the-frames'],
  outgoingResponse: inMessages((item) => ({
    ...item,
    date_added: String(item['date_added']).replace(/\.\d+/, ''),
  })),
};
export default fault;
