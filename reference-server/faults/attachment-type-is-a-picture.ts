import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'attachment-type-is-a-picture',
  dialects: ['actions'],
  kind: 'media',
  says: 'Every document is said to be a picture.',
  breaks: ['actions.file.keeps-its-type'],
  sometimes: 'only files that are no pictures',
  storeRead: (query, rows) =>
    query === 'uploads of a message'
      ? rows.map((row) =>
          String(row['contentType']).startsWith('image/') ? row : { ...row, contentType: 'image/png' },
        )
      : undefined,
};
export default fault;
