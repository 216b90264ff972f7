import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';
import { inConversations } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'conversation-named-after-the-other',
  dialects: ['rooms'],
  kind: 'ids',
  says: 'A conversation has another name for each of the two.',
  breaks: ['rooms.conversations.one-for-each-pair'],
  outgoingResponse: inConversations((one) => ({ ...one, name: fieldOf(one['other_user'], 'username') })),
};
export default fault;
