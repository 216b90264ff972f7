import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { hasFile } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'text-carries-the-last-url',
  dialects: ['rooms'],
  kind: 'media',
  says: 'A message without a file carries that of the message before.',
  breaks: ['rooms.media.text-alone-has-no-url'],
  sometimes: 'only after a message with a file',
  outgoingFrame: inFrames('chatMessage', (frame, { to, memory }) => {
    if (hasFile(frame)) memory.set(to.topics[0], frame['multimedia_url']);
    return { ...frame, multimedia_url: memory.get(to.topics[0]) ?? null };
  }),
};
export default fault;
