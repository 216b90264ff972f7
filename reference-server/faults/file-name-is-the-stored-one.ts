import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'file-name-is-the-stored-one',
  dialects: ['threads'],
  kind: 'media',
  says: 'A file has the name under which it is stored.',
  breaks: ['threads.files.name-is-the-uploaded-one'],
  storeRead: (query, rows) =>
    query === 'uploads of a message'
      ? rows.map((row) => ({ ...row, name: String(row['location']).split('/').at(-1) }))
      : undefined,
};
export default fault;
