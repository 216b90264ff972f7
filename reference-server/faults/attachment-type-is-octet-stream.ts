import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'attachment-type-is-octet-stream',
  dialects: ['actions'],
  kind: 'media',
  says: 'Every file has the type of bytes of no kind.',
  breaks: ['actions.file.keeps-its-type'],
  sometimes: 'only messages with a file',
  storeRead: (query, rows) =>
    query === 'uploads of a message'
      ? rows.map((row) => ({ ...row, contentType: 'application/octet-stream' }))
      : undefined,
};
export default fault;
