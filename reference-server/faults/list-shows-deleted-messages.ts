import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'list-shows-deleted-messages',
  dialects: ['actions'],
  kind: 'edit-delete',
  says: 'A deleted message is still the last one in the list.',
  breaks: ['actions.list.follows-edits-and-deletions'],
  storeWrite: (change) =>
    change.kind === 'remove message'
      ? { kind: 'change message', id: change.id, fields: { extra: '{"gone":true}' } }
      : undefined,
  storeRead: (query, rows, { cause }) =>
    ['history', 'message'].includes(query) && cause.operation !== 'listRooms'
      ? rows.filter(({ extra }) => extra !== '{"gone":true}')
      : undefined,
};
export default fault;
