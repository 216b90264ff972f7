import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'stays-online-after-leaving',
  dialects: ['actions', 'receipts'],
  kind: 'presence',
  says: 'Whoever was once in a room counts as being there for ever.',
  breaks: [
    'receipts.status.offline-after-leaving',
    'receipts.status.offline-after-a-lost-connection',
    'actions.status.not-read-after-leaving',
  ],
  decide: (question) => (question === 'leaves' ? false : undefined),
};
export default fault;
