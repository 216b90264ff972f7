import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'never-marks-read',
  dialects: ['actions', 'receipts'],
  kind: 'status-flow',
  says: 'A message never counts as read, although the other person is there.',
  breaks: ['*.status.sender-hears-read'],
  decide: (question) => (question === 'present' ? false : undefined),
};
export default fault;
