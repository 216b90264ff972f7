import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'always-marks-read',
  dialects: ['actions', 'receipts'],
  kind: 'status-flow',
  says: 'A message counts as read at once, although nobody is there.',
  breaks: ['*.status.not-read-while-offline'],
  decide: (question) => (question === 'present' ? true : undefined),
};
export default fault;
