import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'author-as-text',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'The frame of a message has its author as a bare name instead of an object.',
  breaks: ['rooms.delivery.names-its-author'],
  outgoingFrame: inFrames('chatMessage', (frame) => ({
    ...frame,
    from_user: fieldOf(frame['from_user'], 'username'),
  })),
};
export default fault;
