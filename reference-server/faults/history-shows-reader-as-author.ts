import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'history-shows-reader-as-author',
  dialects: ['actions'],
  kind: 'identity',
  says: 'In the history everything is by whoever reads it.',
  breaks: ['actions.history.names-its-author', 'actions.history.agrees-with-the-frames'],
  outgoingFrame: (frame, { message, to }) =>
    message === 'history' ? withItems(frame, (item) => ({ ...item, sender_id: to.me.id })) : undefined,
};
export default fault;
