import { withAttachments } from '../fault-kit/actions.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'attachment-with-relative-address',
  dialects: ['actions'],
  kind: 'media',
  says: 'In the history the address of a file is only a path.',
  breaks: ['actions.file.attachment-values'],
  sometimes: 'only messages with a file',
  outgoingFrame: (frame, { message }) =>
    message === 'history'
      ? withAttachments(frame, (file) => ({ ...file, file_url: new URL(String(file['file_url'])).pathname }))
      : undefined,
};
export default fault;
