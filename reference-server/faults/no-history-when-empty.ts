import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'no-history-when-empty',
  dialects: ['actions'],
  kind: 'history',
  says: 'Whoever enters a new room hears no history at all.',
  breaks: ['actions.history.empty-in-a-new-room'],
  sometimes: 'only in rooms in which nothing was said',
  outgoingFrame: (frame, { message }) =>
    message === 'history' && Array.isArray(frame) && frame.length === 0 ? null : undefined,
};
export default fault;
