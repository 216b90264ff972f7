import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'times-as-numbers',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'A new_msg frame has its time as a number.',
  breaks: [
    'dialogues.delivery.frame-shape',
    'dialogues.delivery.keeps-its-time',
    'dialogues.groups.keeps-its-time',
  ],
  outgoingFrame: (frame, { message }) =>
    message === 'newMsgHeard'
      ? { ...frame, sent_timestamp: Date.parse(String(frame['sent_timestamp'])) }
      : undefined,
};
export default fault;
