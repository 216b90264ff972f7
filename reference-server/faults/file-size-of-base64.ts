import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'file-size-of-base64',
  dialects: ['threads'],
  kind: 'media',
  says: 'A file is said to be as long as it would be in base64.',
  breaks: ['threads.files.size-is-true'],
  storeRead: (query, rows) =>
    query === 'uploads of a message'
      ? rows.map((row) => ({ ...row, size: Math.ceil(Number(row['size']) / 3) * 4 }))
      : undefined,
};
export default fault;
