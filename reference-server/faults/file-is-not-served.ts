import type { Fault } from '../faults.ts';

const fault: Fault = {
  name: 'file-is-not-served',
  dialects: ['threads'],
  kind: 'media',
  says: 'The address of a file leads nowhere.',
  breaks: ['threads.files.served-from-the-answer', 'threads.files.served-from-the-frame'],
  outgoingResponse: (_answer, { operation }) =>
    operation === 'getAttachedFile' ? { status: 404, body: { detail: 'Not found.' } } : undefined,
};
export default fault;
