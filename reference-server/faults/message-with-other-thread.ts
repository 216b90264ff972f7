import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'message-with-other-thread',
  dialects: ['threads'],
  kind: 'ids',
  says: 'A message names another thread than its own.',
  breaks: ['threads.agreement.thread', 'threads.upload.is-stored-as-answered'],
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item) => ({
    ...item,
    thread: Number(item['thread']) + 1_000_000,
  })),
};
export default fault;
