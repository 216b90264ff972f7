import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'item-without-updated',
  dialects: ['threads'],
  kind: 'schema',
  says: 'A message in the list has no updated.',
  breaks: ['threads.history.item-shape'],
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item) => without(item, 'updated')),
};
export default fault;
