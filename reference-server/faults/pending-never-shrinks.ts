import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'pending-never-shrinks',
  dialects: ['dialogues'],
  kind: 'group-pending',
  says: 'Who has acknowledged a message to a group stays in its pending list as others are shown it.',
  breaks: ['dialogues.groups.pending-is-who-has-not-received', 'dialogues.groups.received-ends-pending'],
  outgoingFrame(frame, { message, memory }) {
    const { messages } = frame;
    if (message !== 'fetchedGrpMsgs') return undefined;
    const kept = withItems(messages, (item) => {
      const pending = memory.get(item['message']) ?? item['pending'];
      memory.set(item['message'], pending);
      return { ...item, pending };
    });
    return { ...frame, messages: kept };
  },
};
export default fault;
