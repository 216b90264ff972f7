import { withAttachments } from '../fault-kit/actions.ts';
import { without } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'attachment-without-content-type',
  dialects: ['actions'],
  kind: 'schema',
  says: 'In the history a file has no type.',
  breaks: ['actions.file.attachment-shape'],
  sometimes: 'only messages with a file',
  outgoingFrame: (frame, { message }) =>
    message === 'history' ? withAttachments(frame, (file) => without(file, 'content_type')) : undefined,
};
export default fault;
