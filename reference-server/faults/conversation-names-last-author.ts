import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';
import { inConversations } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'conversation-names-last-author',
  dialects: ['rooms'],
  kind: 'identity',
  says: 'The other person of a conversation is whoever wrote last.',
  breaks: ['rooms.conversations.names-the-other'],
  sometimes: 'only when the reader wrote last',
  outgoingResponse: inConversations((one) => {
    const author = fieldOf(one['last_message'], 'from_user');
    return author === undefined ? undefined : { ...one, other_user: author };
  }),
};
export default fault;
