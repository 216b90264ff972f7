import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-ids-differ-by-reader',
  dialects: ['threads'],
  kind: 'ids',
  says: 'The same message has another id for each reader.',
  breaks: ['threads.history.same-for-both', 'threads.agreement.id'],
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item, { cause }) => ({
    ...item,
    id: Number(item['id']) * 1000 + (cause.by?.id ?? 0),
  })),
};
export default fault;
