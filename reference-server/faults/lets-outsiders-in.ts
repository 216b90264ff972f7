import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'lets-outsiders-in',
  dialects: ['actions', 'receipts'],
  kind: 'membership',
  says: 'Anybody can enter any room, read and write in it.',
  breaks: [
    '*.access.non-member-closes',
    '*.access.non-member-sees-no-history',
    '*.access.non-member-cannot-send',
  ],
  decide: (question) => (question === 'member' ? true : undefined),
};
export default fault;
