import { membersOf } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isConversation } from '../fault-kit/rows.ts';

const fault: Fault = {
  name: 'only-first-member-can-enter',
  dialects: ['actions'],
  kind: 'membership',
  says: 'Only the member who was named first gets into a room.',
  breaks: ['actions.access.members-can-enter'],
  decide(question, answer, { person, about, channel, ...context }) {
    if (question !== 'member' || !answer || channel !== 'room' || !isConversation(about)) return undefined;
    return membersOf(about.id, context)[0] === person?.id;
  },
};
export default fault;
