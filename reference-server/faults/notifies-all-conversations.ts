import type { Fault } from '../fault-kit/faults.ts';
import { isBellFor } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'notifies-all-conversations',
  dialects: ['rooms'],
  kind: 'wrong-recipient',
  says: 'The notification socket of one conversation is told of the messages of all.',
  breaks: ['rooms.notifications.not-for-another-conversation'],
  audience(_told, { message, topic, connections }) {
    if (message !== 'conversationNewMessage') return undefined;
    const receiver = topic.split(' ')[2];
    return connections().filter((one) => String(one.me.id) === receiver && isBellFor(message, one));
  },
};
export default fault;
