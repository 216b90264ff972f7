import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'file-name-differs-in-history',
  dialects: ['threads'],
  kind: 'media',
  says: 'The name of a file is another one in the list of messages.',
  breaks: ['threads.files.agree-everywhere', 'threads.files.name-is-the-uploaded-one'],
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item) =>
    item['attached_file'] === null
      ? item
      : { ...item, attached_file_name: `copy-of-${String(item['attached_file_name'])}` },
  ),
};
export default fault;
