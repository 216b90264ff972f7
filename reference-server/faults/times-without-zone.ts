import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { withoutZone } from '../fault-kit/times.ts';

const fault: Fault = {
  name: 'times-without-zone',
  dialects: ['rooms'],
  kind: 'time',
  says: 'The time in the frame of a message has no zone.',
  breaks: ['rooms.delivery.dates-have-a-zone'],
  outgoingFrame: inFrames('chatMessage', (frame) => ({
    ...frame,
    date_added: withoutZone(frame['date_added']),
  })),
};
export default fault;
