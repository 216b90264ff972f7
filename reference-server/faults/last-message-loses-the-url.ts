import type { Fault } from '../fault-kit/faults.ts';
import { inLastMessages } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'last-message-loses-the-url',
  dialects: ['rooms'],
  kind: 'media',
  says: 'The last message of a conversation has no URL, whether it has a file or not.',
  breaks: ['rooms.media.kept-with-the-message'],
  sometimes: 'only for messages with a file',
  outgoingResponse: inLastMessages((last) => ({ ...last, multimedia_url: null })),
};
export default fault;
