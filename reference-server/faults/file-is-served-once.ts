import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'file-is-served-once',
  dialects: ['threads'],
  kind: 'media',
  says: 'The address of a file leads nowhere once the file has been fetched.',
  breaks: ['threads.files.served-every-time'],
  sometimes: 'only from the second time on',
  outgoingResponse(answer, { operation, request, memory }) {
    if (operation !== 'getAttachedFile' || answer.status !== 200) return undefined;
    const address = String(request.parameters['file']);
    if (memory.has(address)) return { status: 404, body: { detail: 'Not found.' } };
    memory.set(address, true);
    return undefined;
  },
};
export default fault;
