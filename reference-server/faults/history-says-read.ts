import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'history-says-read',
  dialects: ['actions'],
  kind: 'status-flow',
  says: 'In the history everything has been read.',
  breaks: ['actions.status.not-read-while-offline', 'actions.status.delivered-is-stored'],
  outgoingFrame: (frame, { message }) =>
    message === 'history' ? withItems(frame, (item) => ({ ...item, status: 'read' })) : undefined,
};
export default fault;
