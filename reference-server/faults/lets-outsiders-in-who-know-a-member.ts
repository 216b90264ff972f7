import { membersOf } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isConversation } from '../fault-kit/rows.ts';

const fault: Fault = {
  name: 'lets-outsiders-in-who-know-a-member',
  dialects: ['actions', 'receipts'],
  kind: 'membership',
  says: 'Somebody who shares another room with a member can enter this one.',
  breaks: ['*.access.non-member-closes'],
  sometimes: 'only for those who share a room with somebody in there',
  decide(question, answer, context) {
    const { person, about } = context;
    if (question !== 'member' || answer || person === undefined || !isConversation(about)) return undefined;
    const mine = context.store.database
      .rows<{ conversation: number }>('select conversation from members where person = ?', person.id)
      .flatMap(({ conversation }) => membersOf(conversation, context));
    return membersOf(about.id, context).some((member) => mine.includes(member)) ? true : undefined;
  },
};
export default fault;
