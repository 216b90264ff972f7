import { nothing } from '../fault-kit/actions.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'attachments-of-nothing',
  dialects: ['actions'],
  kind: 'media',
  says: 'In the history a message without a file has one.',
  breaks: ['actions.file.no-file-no-attachments', 'actions.file.null-means-none'],
  sometimes: 'only messages without a file',
  outgoingFrame: (frame, { message }) =>
    message === 'history'
      ? withItems(frame, ({ attachments, ...item }) => ({
          ...item,
          attachments: Array.isArray(attachments) && attachments.length > 0 ? attachments : [nothing],
        }))
      : undefined,
};
export default fault;
