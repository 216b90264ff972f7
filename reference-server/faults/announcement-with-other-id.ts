import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'announcement-with-other-id',
  dialects: ['threads'],
  kind: 'ids',
  says: 'The frame about an upload has another id than the upload.',
  breaks: ['threads.announce.names-the-message'],
  outgoingFrame: inFrames('reMessageFile', (frame) => ({
    ...frame,
    created_msg_id: Number(frame['created_msg_id']) + 1,
  })),
};
export default fault;
