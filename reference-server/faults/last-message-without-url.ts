import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';
import { inLastMessages } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'last-message-without-url',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'The last message of a conversation lacks the URL of its file.',
  breaks: ['rooms.conversations.last-message-shape'],
  outgoingResponse: inLastMessages((last) => without(last, 'multimedia_url')),
};
export default fault;
