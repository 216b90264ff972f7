import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'msg-sent-twice',
  dialects: ['dialogues'],
  kind: 'duplicate',
  says: 'Every message is confirmed twice.',
  breaks: ['dialogues.sent.once', 'dialogues.groups.msg-sent-only-the-sender'],
  outgoingFrame: (frame, { message }) => (message.startsWith('msgSent') ? [frame, frame] : undefined),
};
export default fault;
