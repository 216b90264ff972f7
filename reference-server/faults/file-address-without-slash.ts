import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'file-address-without-slash',
  dialects: ['threads'],
  kind: 'media',
  says: 'The address of a file in the list of messages is no path.',
  breaks: ['threads.files.path-form'],
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item) =>
    item['attached_file'] === null
      ? item
      : { ...item, attached_file: String(item['attached_file']).slice(1) },
  ),
};
export default fault;
