import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'file-size-doubled',
  dialects: ['threads'],
  kind: 'media',
  says: 'A file is said to be twice as long as it is.',
  breaks: ['threads.files.size-is-true'],
  storeRead: (query, rows) =>
    query === 'uploads of a message'
      ? rows.map((row) => ({ ...row, size: Number(row['size']) * 2 }))
      : undefined,
};
export default fault;
