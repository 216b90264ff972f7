import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'chat-message-without-url',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'The frame of a message without a file lacks the field for its URL.',
  breaks: ['rooms.media.frame-has-multimedia-url'],
  sometimes: 'only for messages without a file',
  outgoingFrame: inFrames('chatMessage', (frame) =>
    frame['multimedia_url'] === null ? without(frame, 'multimedia_url') : undefined,
  ),
};
export default fault;
