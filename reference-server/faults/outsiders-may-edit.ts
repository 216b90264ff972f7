import { deed, membersOf } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isMessage } from '../fault-kit/rows.ts';

const fault: Fault = {
  name: 'outsiders-may-edit',
  dialects: ['actions', 'receipts'],
  kind: 'authorisation',
  says: 'A message can be edited by people who are not in its room.',
  breaks: [
    'receipts.access.edit-by-outsider',
    'actions.access.changes-by-outsider',
    'actions.access.changes-from-another-room',
  ],
  decide(question, _answer, context) {
    const { person, about, cause } = context;
    if (deed(cause) !== 'edit' || person === undefined || !isMessage(about)) return undefined;
    if (question === 'here') return true;
    return question === 'author' && !membersOf(about.conversation, context).includes(person.id)
      ? true
      : undefined;
  },
};
export default fault;
