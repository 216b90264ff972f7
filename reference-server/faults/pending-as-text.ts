import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'pending-as-text',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'The pending list is a text with commas.',
  breaks: ['dialogues.groups.pending-is-an-array'],
  outgoingFrame(frame, { message }) {
    const messages =
      message === 'fetchedGrpMsgs'
        ? withItems(frame['messages'], (item) => ({ ...item, pending: String(item['pending']) }))
        : undefined;
    return messages && { ...frame, messages };
  },
};
export default fault;
