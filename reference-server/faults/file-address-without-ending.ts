import { withAttachments } from '../fault-kit/actions.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'file-address-without-ending',
  dialects: ['actions'],
  kind: 'media',
  says: 'The address of a file in the history lacks the ending, so that pictures are shown as links.',
  breaks: ['actions.file.address-shows-the-ending', 'actions.file.bytes-come-back'],
  sometimes: 'only messages with a file',
  outgoingFrame: (frame, { message }) =>
    message === 'history'
      ? withAttachments(frame, (file) => ({
          ...file,
          file_url: String(file['file_url']).replace(/\.\w+$/, ''),
        }))
      : undefined,
};
export default fault;
