import type { Fault } from '../fault-kit/faults.ts';
import { inConversations } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'conversation-id-differs-by-reader',
  dialects: ['rooms'],
  kind: 'ids',
  says: 'A conversation has another id for each of the two.',
  breaks: ['rooms.conversations.one-for-each-pair'],
  outgoingResponse: inConversations((one, { cause }) => ({
    ...one,
    id: Number(one['id']) * 1000 + (cause.by?.id ?? 0),
  })),
};
export default fault;
