import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'drops-received',
  dialects: ['dialogues'],
  kind: 'lost-delivery',
  says: 'No author hears that a message was received.',
  breaks: ['dialogues.received.reaches-the-author', 'dialogues.groups.received-reaches-the-author'],
  outgoingFrame: (_frame, { message }) => (message === 'msgReceivedHeard' ? null : undefined),
};
export default fault;
