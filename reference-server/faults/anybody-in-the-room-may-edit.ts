import { deed, membersOf } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isMessage } from '../fault-kit/rows.ts';

const fault: Fault = {
  name: 'anybody-in-the-room-may-edit',
  dialects: ['actions', 'receipts'],
  kind: 'authorisation',
  says: 'A message can be edited by the other member of the room, too.',
  breaks: ['*.access.edit-by-other-member'],
  decide(question, _answer, context) {
    const { person, about, cause } = context;
    if (question !== 'author' || deed(cause) !== 'edit' || person === undefined) return undefined;
    return isMessage(about) && membersOf(about.conversation, context).includes(person.id) ? true : undefined;
  },
};
export default fault;
