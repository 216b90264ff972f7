import { membersOf } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { withMessage } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'mark-names-the-reader',
  dialects: ['actions', 'receipts'],
  kind: 'identity',
  says: 'The mark that a message was read names its reader as its author.',
  breaks: ['*.status.marks-name-the-message'],
  outgoingFrame: (frame, { message, cause, ...context }) => {
    if (message !== 'read' || cause.connection === undefined) return undefined;
    const [reader] = membersOf(cause.connection.conversation.id, context).filter(
      (one) => one !== cause.by?.id,
    );
    return withMessage(frame, { sender_id: reader });
  },
};
export default fault;
