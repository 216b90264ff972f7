import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'attachment-stored-twice',
  dialects: ['actions'],
  kind: 'duplicate',
  says: 'A file is shown twice.',
  breaks: ['actions.file.stored-with-the-message', 'actions.file.without-text'],
  sometimes: 'only messages with a file',
  storeRead: (query, rows) => (query === 'uploads of a message' ? [...rows, ...rows] : undefined),
};
export default fault;
