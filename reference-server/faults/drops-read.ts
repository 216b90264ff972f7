import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'drops-read',
  dialects: ['dialogues'],
  kind: 'lost-delivery',
  says: 'No author hears that a message was read.',
  breaks: [
    'dialogues.read.reaches-the-author',
    'dialogues.read.after-received',
    'dialogues.groups.read-reaches-the-author',
  ],
  outgoingFrame: (_frame, { message }) => (message === 'msgReadHeard' ? null : undefined),
};
export default fault;
