import type { Fault } from '../fault-kit/faults.ts';
import { messageIn, withMessage } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'message-id-as-text',
  dialects: ['actions', 'receipts', 'threads'],
  kind: 'schema',
  says: 'The frame of a message has its id as a text instead of a number.',
  breaks: ['*.delivery.frame-shape'],
  outgoingFrame(frame, { delivers }) {
    if (!delivers) return undefined;
    const field = 'created_msg_id' in frame ? 'created_msg_id' : 'message_id';
    return withMessage(frame, { [field]: String(messageIn(frame)[field]) });
  },
};
export default fault;
