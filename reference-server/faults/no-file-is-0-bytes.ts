import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'no-file-is-0-bytes',
  dialects: ['threads'],
  kind: 'schema',
  says: 'A message without a file has the size 0 bytes.',
  breaks: ['threads.history.no-file-is-0kb'],
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item) =>
    item['attached_file'] === null ? { ...item, attached_file_size: '0 bytes' } : item,
  ),
};
export default fault;
