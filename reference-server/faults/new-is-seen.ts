import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'new-is-seen',
  dialects: ['threads'],
  kind: 'status-flow',
  says: 'Every message is shown as seen.',
  breaks: ['threads.history.new-is-neither-seen-nor-deleted'],
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item) => ({ ...item, seen: true })),
};
export default fault;
