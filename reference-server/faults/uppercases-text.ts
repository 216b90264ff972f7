import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'uppercases-text',
  dialects: ['threads'],
  kind: 'text',
  says: 'A message arrives in capitals.',
  breaks: ['threads.delivery.same-text'],
  outgoingFrame: inFrames('reMessage', (frame) => ({
    ...frame,
    message_body: String(frame['message_body']).toUpperCase(),
  })),
};
export default fault;
