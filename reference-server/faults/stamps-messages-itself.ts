import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'stamps-messages-itself',
  dialects: ['dialogues'],
  kind: 'time',
  says: 'A message arrives with the time at which the server passed it on.',
  breaks: [
    'dialogues.delivery.keeps-its-time',
    'dialogues.groups.keeps-its-time',
    'dialogues.fetch.agrees-with-the-frames',
    'dialogues.groups.fetch-agrees-with-the-frames',
  ],
  outgoingFrame: (frame, { message }) =>
    message === 'newMsgHeard'
      ? { ...frame, sent_timestamp: new Date(Date.now() + 7).toISOString() }
      : undefined,
};
export default fault;
