import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'seen-by-its-author',
  dialects: ['threads'],
  kind: 'status-flow',
  says: 'A message is seen as soon as its author has looked at it.',
  breaks: ['threads.history.new-is-neither-seen-nor-deleted'],
  sometimes: 'only from the second look on',
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item, { memory }) => {
    const seen = memory.has(item['id']);
    memory.set(item['id'], true);
    return { ...item, seen };
  }),
};
export default fault;
