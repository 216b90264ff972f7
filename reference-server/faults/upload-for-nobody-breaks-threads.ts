import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'upload-for-nobody-breaks-threads',
  dialects: ['threads'],
  kind: 'robustness',
  says: 'Somebody who uploaded something for an id that nobody has cannot list their threads any more.',
  breaks: ['threads.robustness.bad-upload'],
  sometimes: 'only after such an upload',
  outgoingResponse(answer, { operation, cause, memory }) {
    if (operation === 'uploadAttachment' && answer.status === 404) memory.set(cause.by?.id, true);
    return operation === 'getUserThreads' && memory.has(cause.by?.id)
      ? { ...answer, status: 500 }
      : undefined;
  },
};
export default fault;
