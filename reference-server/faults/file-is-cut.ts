import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'file-is-cut',
  dialects: ['actions', 'threads'],
  kind: 'media',
  says: 'Of a long file only the first 64 kB are served.',
  breaks: ['actions.file.bytes-come-back', 'threads.files.served-from-the-answer'],
  sometimes: 'only files of more than 64 kB',
  outgoingResponse: (answer, { operation }) =>
    ['getAttachedFile', 'media'].includes(operation) && Buffer.isBuffer(answer.body)
      ? { ...answer, body: answer.body.subarray(0, 65_536) }
      : undefined,
};
export default fault;
