import type { Fault } from '../fault-kit/faults.ts';
import { isConversation } from '../fault-kit/rows.ts';

const fault: Fault = {
  name: 'deleted-room-opens-for-the-other',
  dialects: ['actions'],
  kind: 'edit-delete',
  says: 'A room is deleted only for the person who asked for it.',
  breaks: ['actions.rooms.deleted-room-closes'],
  storeWrite(change, { memory, cause }) {
    if (change.kind !== 'remove conversation') return undefined;
    memory.set(change.id, cause.by?.id);
    return null;
  },
  decide: (question, answer, { about, person, memory }) =>
    question === 'member' && answer && isConversation(about) && memory.get(about.id) === person?.id
      ? false
      : undefined,
};
export default fault;
