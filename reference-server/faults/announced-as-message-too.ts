import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'announced-as-message-too',
  dialects: ['threads'],
  kind: 'duplicate',
  says: 'An announced upload arrives as a message without a file, too.',
  breaks: ['threads.announce.once'],
  outgoingFrame: inFrames('reMessageFile', (frame) => {
    const { message_body, sender_id, receiver_id, timestamp, created_msg_id } = frame;
    return [frame, { message_body, sender_id, receiver_id, timestamp, created_msg_id, action: 're_message' }];
  }),
};
export default fault;
