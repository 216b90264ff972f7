import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'stores-upload-without-file',
  dialects: ['threads'],
  kind: 'persistence',
  says: 'An uploaded message loses its file when it is stored.',
  breaks: ['threads.upload.is-stored'],
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item) => ({
    ...item,
    attached_file: null,
    attached_file_name: null,
  })),
};
export default fault;
