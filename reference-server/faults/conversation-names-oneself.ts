import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';
import { inConversations } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'conversation-names-oneself',
  dialects: ['rooms'],
  kind: 'identity',
  says: 'The other person of a conversation is the reader.',
  breaks: ['rooms.conversations.names-the-other'],
  outgoingResponse: inConversations((one, { cause }) => {
    const last = one['last_message'];
    const people = [fieldOf(last, 'from_user'), fieldOf(last, 'to_user')];
    const me = people.find((person) => fieldOf(person, 'username') === cause.by?.username);
    return me === undefined ? undefined : { ...one, other_user: me };
  }),
};
export default fault;
