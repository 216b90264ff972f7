import type { Fault } from '../fault-kit/faults.ts';
import { inLastMessages } from '../fault-kit/rooms.ts';
import { later } from '../fault-kit/times.ts';

const fault: Fault = {
  name: 'last-message-with-other-time',
  dialects: ['rooms'],
  kind: 'time',
  says: 'The last message of a conversation has the time of another zone.',
  breaks: ['rooms.conversations.last-message-agrees-with-history'],
  outgoingResponse: inLastMessages((last) => ({ ...last, date_added: later(last['date_added'], 120) })),
};
export default fault;
