import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'no-conversation-count-on-connect',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'The notification socket of one conversation is not told a count when it opens.',
  breaks: ['rooms.notifications.conversation-count-on-connect'],
  sometimes: 'only right after connecting',
  outgoingFrame: inFrames('conversationUnreadCount', (_frame, { cause, to }) =>
    cause.connection === to ? null : undefined,
  ),
};
export default fault;
