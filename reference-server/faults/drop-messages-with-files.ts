import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { hasFile } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'drop-messages-with-files',
  dialects: ['rooms'],
  kind: 'lost-delivery',
  says: 'A message with a file does not reach the other person.',
  breaks: ['rooms.media.reaches-the-other'],
  sometimes: 'only for messages with a file',
  outgoingFrame: inFrames('chatMessage', (frame, { to, cause }) =>
    hasFile(frame) && to.me.id !== cause.by?.id ? null : undefined,
  ),
};
export default fault;
