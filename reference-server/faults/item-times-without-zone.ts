import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { withoutZone } from '../fault-kit/times.ts';

const fault: Fault = {
  name: 'item-times-without-zone',
  dialects: ['threads'],
  kind: 'time',
  says: 'The times in the list of messages have no zone.',
  breaks: ['threads.history.item-values'],
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item) => ({
    ...item,
    created: withoutZone(item['created']),
    updated: withoutZone(item['updated']),
  })),
};
export default fault;
