import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'times-with-zone-shifted',
  dialects: ['dialogues'],
  kind: 'time',
  says: 'A time that was sent with T and Z is taken for local time somewhere else.',
  breaks: ['dialogues.delivery.keeps-its-time', 'dialogues.groups.keeps-its-time'],
  sometimes: 'When the sender spells the time with T and Z.',
  outgoingFrame(frame, { message }) {
    const time = String(frame['sent_timestamp']);
    if (message !== 'newMsgHeard' || !time.endsWith('Z')) return undefined;
    return { ...frame, sent_timestamp: new Date(Date.parse(time) + 19_800_000).toISOString() };
  },
};
export default fault;
