import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { hasFile } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'file-takes-the-place-of-the-text',
  dialects: ['rooms'],
  kind: 'text',
  says: 'The frame of a message with a file has lost its text.',
  breaks: ['rooms.media.keeps-its-text'],
  sometimes: 'only for messages with a file',
  outgoingFrame: inFrames('chatMessage', (frame) => (hasFile(frame) ? { ...frame, message: '' } : undefined)),
};
export default fault;
