import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'no-msg-sent',
  dialects: ['dialogues'],
  kind: 'lost-delivery',
  says: 'The sender of a message never hears that it was saved.',
  breaks: ['dialogues.sent.sender-hears-it', 'dialogues.groups.sender-hears-msg-sent'],
  outgoingFrame: (_frame, { message }) => (message.startsWith('msgSent') ? null : undefined),
};
export default fault;
