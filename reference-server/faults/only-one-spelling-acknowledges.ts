import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'only-one-spelling-acknowledges',
  dialects: ['dialogues'],
  kind: 'time',
  says: 'An acknowledgement counts only when it spells the time with a space.',
  breaks: ['dialogues.received.in-either-spelling'],
  sometimes: 'When an acknowledgement spells the time with T and Z.',
  incomingFrame: (frame) =>
    frame['command'] === 'msg_received' && String(frame['message']).includes('T')
      ? { ...frame, message: '2000-01-01 00:00:00.000' }
      : undefined,
};
export default fault;
