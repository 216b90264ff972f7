import { deed, membersOf } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isMessage } from '../fault-kit/rows.ts';

const fault: Fault = {
  name: 'anybody-in-the-room-may-delete',
  dialects: ['actions', 'receipts'],
  kind: 'authorisation',
  says: 'A message can be deleted by the other member of the room, too.',
  breaks: ['*.access.delete-by-other-member'],
  decide(question, _answer, context) {
    const { person, about, cause } = context;
    if (question !== 'author' || deed(cause) !== 'delete' || person === undefined) return undefined;
    return isMessage(about) && membersOf(about.conversation, context).includes(person.id) ? true : undefined;
  },
};
export default fault;
