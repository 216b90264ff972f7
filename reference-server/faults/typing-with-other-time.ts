import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'typing-with-other-time',
  dialects: ['dialogues'],
  kind: 'typing',
  says: 'That somebody is typing arrives with another time than it was sent with.',
  breaks: ['dialogues.typing.reaches-the-receiver', 'dialogues.groups.receipts-keep-their-fields'],
  outgoingFrame: (frame, { message }) =>
    message === 'isTypingHeard'
      ? { ...frame, sent_timestamp: new Date(Date.now() + 1_500).toISOString() }
      : undefined,
};
export default fault;
