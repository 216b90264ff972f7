import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'no-history-on-connect',
  dialects: ['actions', 'receipts'],
  kind: 'history',
  says: 'Nothing is shown of what was written before.',
  breaks: ['*.history.one-array-on-connect'],
  outgoingFrame: (_frame, { message }) => (message === 'history' ? null : undefined),
};
export default fault;
