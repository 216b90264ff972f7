import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'announcement-swaps-people',
  dialects: ['threads'],
  kind: 'identity',
  says: 'The frame about an upload swaps its two people.',
  breaks: ['threads.announce.names-author-and-receiver'],
  outgoingFrame: inFrames('reMessageFile', (frame) => ({
    ...frame,
    sender_id: frame['receiver_id'],
    receiver_id: frame['sender_id'],
  })),
};
export default fault;
