import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'size-of-large-files-is-off',
  dialects: ['threads'],
  kind: 'media',
  says: 'A file of a megabyte or more is said to have as many kilobytes as it has megabytes.',
  breaks: ['threads.files.size-is-true'],
  sometimes: 'only for files of a megabyte or more',
  storeRead(query, rows) {
    if (query !== 'uploads of a message') return undefined;
    return rows.map((row) => {
      const size = Number(row['size']);
      return { ...row, size: size < 1024 ** 2 ? size : size / 1024 };
    });
  },
};
export default fault;
