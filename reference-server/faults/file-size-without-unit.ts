import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'file-size-without-unit',
  dialects: ['threads'],
  kind: 'schema',
  says: 'The size of a file in the list of messages is a number without a unit.',
  breaks: ['threads.files.size-form'],
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item) =>
    item['attached_file'] === null
      ? item
      : { ...item, attached_file_size: String(Number.parseFloat(String(item['attached_file_size']))) },
  ),
};
export default fault;
