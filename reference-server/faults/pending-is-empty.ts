import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'pending-is-empty',
  dialects: ['dialogues'],
  kind: 'group-pending',
  says: 'The pending list of a group message is empty.',
  breaks: ['dialogues.groups.pending-is-who-has-not-received'],
  outgoingFrame(frame, { message }) {
    const messages =
      message === 'fetchedGrpMsgs'
        ? withItems(frame['messages'], (item) => ({ ...item, pending: [] }))
        : undefined;
    return messages && { ...frame, messages };
  },
};
export default fault;
