import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'receiver-is-sender',
  dialects: ['threads'],
  kind: 'identity',
  says: 'The frame of a message names its author as its receiver.',
  breaks: ['threads.delivery.names-its-receiver'],
  outgoingFrame: inFrames('reMessage', (frame) => ({ ...frame, receiver_id: frame['sender_id'] })),
};
export default fault;
