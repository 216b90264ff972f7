import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'attachment-renamed',
  dialects: ['actions'],
  kind: 'media',
  says: 'A file has lost its name.',
  breaks: ['actions.file.keeps-its-name'],
  sometimes: 'only messages with a file',
  storeRead: (query, rows) =>
    query === 'uploads of a message'
      ? rows.map((row) => ({ ...row, name: `attachment-${row['id']}.bin` }))
      : undefined,
};
export default fault;
