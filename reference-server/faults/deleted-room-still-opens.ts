import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'deleted-room-still-opens',
  dialects: ['actions'],
  kind: 'edit-delete',
  says: 'A deleted room is still there.',
  breaks: ['actions.rooms.deleted-room-closes', 'actions.rooms.deleted-room-leaves-the-list'],
  storeWrite: ({ kind }) => (kind === 'remove conversation' ? null : undefined),
};
export default fault;
