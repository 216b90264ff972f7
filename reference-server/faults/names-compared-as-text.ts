import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'names-compared-as-text',
  dialects: ['dialogues'],
  kind: 'time',
  says: 'An acknowledgement counts only with exactly the spelling of time that the message was sent with.',
  breaks: ['dialogues.received.in-either-spelling', 'dialogues.received.short-fraction'],
  sometimes: 'When a time is spelled otherwise than before.',
  incomingFrame(frame, { memory }) {
    const { command, message, sent_timestamp } = frame;
    if (command === 'new_msg' || command === 'new_grp_msg') memory.set(sent_timestamp, true);
    const isUnknown = command === 'msg_received' && !memory.has(message);
    return isUnknown ? { ...frame, message: '2000-01-01 00:00:00.000' } : undefined;
  },
};
export default fault;
