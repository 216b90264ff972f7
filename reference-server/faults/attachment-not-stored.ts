import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'attachment-not-stored',
  dialects: ['actions'],
  kind: 'media',
  says: 'A file is lost, its message is not.',
  breaks: [
    'actions.file.stored-with-the-message',
    'actions.file.frame-carries-attachments',
    'actions.file.without-text',
  ],
  sometimes: 'only messages with a file',
  storeWrite: ({ kind }) => (kind === 'add upload' ? null : undefined),
};
export default fault;
