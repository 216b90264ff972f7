import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'no-pending',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'Fetched group messages lack their pending list.',
  breaks: ['dialogues.groups.pending-is-an-array'],
  outgoingFrame(frame, { message }) {
    const messages =
      message === 'fetchedGrpMsgs'
        ? withItems(frame['messages'], (item) => ({ ...item, pending: undefined }))
        : undefined;
    return messages && { ...frame, messages };
  },
};
export default fault;
