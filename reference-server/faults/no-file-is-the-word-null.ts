import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { hasFile } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'no-file-is-the-word-null',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'A message without a file has the word null for its URL.',
  breaks: ['rooms.media.text-alone-has-no-url'],
  sometimes: 'only for messages without a file',
  outgoingFrame: inFrames('chatMessage', (frame) =>
    hasFile(frame) ? undefined : { ...frame, multimedia_url: 'null' },
  ),
};
export default fault;
