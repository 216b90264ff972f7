import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'times-cut-to-seconds',
  dialects: ['dialogues'],
  kind: 'time',
  says: 'The time of a message arrives without its milliseconds.',
  breaks: [
    'dialogues.delivery.keeps-its-time',
    'dialogues.groups.keeps-its-time',
    'dialogues.fetch.agrees-with-the-frames',
    'dialogues.groups.fetch-agrees-with-the-frames',
  ],
  outgoingFrame: (frame, { message }) =>
    message === 'newMsgHeard'
      ? { ...frame, sent_timestamp: String(frame['sent_timestamp']).replace(/\.\d+/, '') }
      : undefined,
};
export default fault;
