import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'no-file-is-empty-text',
  dialects: ['threads'],
  kind: 'schema',
  says: 'A message without a file has empty strings for its file and the name.',
  breaks: ['threads.history.no-file-is-null'],
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item) =>
    item['attached_file'] === null ? { ...item, attached_file: '', attached_file_name: '' } : item,
  ),
};
export default fault;
