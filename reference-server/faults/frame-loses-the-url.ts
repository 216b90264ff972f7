import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'frame-loses-the-url',
  dialects: ['rooms'],
  kind: 'media',
  says: 'The frame of a message with a file has lost its URL.',
  breaks: ['rooms.media.reaches-the-other'],
  sometimes: 'only for messages with a file',
  outgoingFrame: inFrames('chatMessage', (frame) => ({ ...frame, multimedia_url: null })),
};
export default fault;
