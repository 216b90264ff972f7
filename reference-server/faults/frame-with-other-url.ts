import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { hasFile } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'frame-with-other-url',
  dialects: ['rooms'],
  kind: 'media',
  says: 'The URL in the frame of a message is another one than its sender gave.',
  breaks: ['rooms.media.url-is-the-one-sent'],
  sometimes: 'only for messages with a file',
  outgoingFrame: inFrames('chatMessage', (frame) =>
    hasFile(frame) ? { ...frame, multimedia_url: `/media/${String(frame['multimedia_url'])}` } : undefined,
  ),
};
export default fault;
