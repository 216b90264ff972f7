import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-newest-first',
  dialects: ['actions'],
  kind: 'history',
  says: 'The history begins with the newest message.',
  breaks: ['actions.history.oldest-first'],
  outgoingFrame: (frame, { message }) =>
    message === 'history' && Array.isArray(frame) ? frame.toReversed() : undefined,
};
export default fault;
