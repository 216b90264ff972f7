import { inConversations } from '../fault-rooms.ts';
import type { Fault } from '../faults.ts';

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
