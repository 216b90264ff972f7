import type { Fault } from '../fault-kit/faults.ts';
import { inMessages } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'message-ids-differ-by-reader',
  dialects: ['rooms'],
  kind: 'ids',
  says: 'The same message has another id for each of the two.',
  breaks: ['rooms.history.same-for-both-people'],
  outgoingResponse: inMessages((item, { cause }) => ({
    ...item,
    id: Number(item['id']) * 1000 + (cause.by?.id ?? 0),
  })),
};
export default fault;
