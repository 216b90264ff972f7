import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'upload-is-stored-in-other-thread',
  dialects: ['threads'],
  kind: 'ids',
  says: 'An uploaded message is stored in another thread than its answer says.',
  breaks: ['threads.upload.is-stored-as-answered', 'threads.agreement.thread'],
  sometimes: 'only messages with a file',
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item) =>
    item['attached_file'] === null ? item : { ...item, thread: Number(item['thread']) + 1_000_000 },
  ),
};
export default fault;
