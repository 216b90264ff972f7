import { withAttachments } from '../fault-kit/actions.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';

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
