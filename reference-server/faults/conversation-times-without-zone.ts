import type { Fault } from '../fault-kit/faults.ts';
import { inLastMessages } from '../fault-kit/rooms.ts';
import { withoutZone } from '../fault-kit/times.ts';

const fault: Fault = {
  name: 'conversation-times-without-zone',
  dialects: ['rooms'],
  kind: 'time',
  says: 'The times of last messages have no zone.',
  breaks: ['rooms.delivery.dates-have-a-zone'],
  outgoingResponse: inLastMessages((last) => ({ ...last, date_added: withoutZone(last['date_added']) })),
};
export default fault;
