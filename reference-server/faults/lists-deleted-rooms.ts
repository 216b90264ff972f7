import type { Fault } from '../fault-kit/faults.ts';
import { isConversation } from '../fault-kit/rows.ts';

const fault: Fault = {
  name: 'lists-deleted-rooms',
  dialects: ['actions'],
  kind: 'edit-delete',
  says: 'A deleted room stays in the list.',
  breaks: ['actions.rooms.deleted-room-leaves-the-list'],
  storeWrite(change, { memory }) {
    if (change.kind !== 'remove conversation') return undefined;
    memory.set(change.id, 'deleted');
    return null;
  },
  decide: (question, _answer, { about, memory }) =>
    question === 'member' && isConversation(about) && memory.has(about.id) ? false : undefined,
};
export default fault;
