import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'pending-is-only-the-reader',
  dialects: ['dialogues'],
  kind: 'group-pending',
  says: 'The pending list of a group message holds only the one who fetches it.',
  breaks: ['dialogues.groups.pending-is-who-has-not-received'],
  outgoingFrame(frame, { message, to }) {
    const messages =
      message === 'fetchedGrpMsgs'
        ? withItems(frame['messages'], (item) => ({ ...item, pending: [to.me.phone] }))
        : undefined;
    return messages && { ...frame, messages };
  },
};
export default fault;
