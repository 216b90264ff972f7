import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'file-is-not-served',
  dialects: ['actions', 'threads'],
  kind: 'media',
  says: 'The address of a file leads nowhere.',
  breaks: [
    'actions.file.bytes-come-back',
    'actions.file.same-name-twice',
    'threads.files.served-from-the-answer',
    'threads.files.served-from-the-frame',
  ],
  outgoingResponse: (_answer, { operation }) =>
    ['getAttachedFile', 'media'].includes(operation)
      ? { status: 404, body: { detail: 'Not found.' } }
      : undefined,
};
export default fault;
