import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'cuts-last-character',
  dialects: ['threads'],
  kind: 'text',
  says: 'A message arrives without its last character.',
  breaks: ['threads.delivery.same-text'],
  outgoingFrame: inFrames('reMessage', (frame) => ({
    ...frame,
    message_body: String(frame['message_body']).slice(0, -1),
  })),
};
export default fault;
