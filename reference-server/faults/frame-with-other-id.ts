import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'frame-with-other-id',
  dialects: ['threads'],
  kind: 'ids',
  says: 'The frame of a message has the id of the next one.',
  breaks: ['threads.agreement.id'],
  outgoingFrame: inFrames('reMessage', (frame) => ({
    ...frame,
    created_msg_id: Number(frame['created_msg_id']) + 1,
  })),
};
export default fault;
