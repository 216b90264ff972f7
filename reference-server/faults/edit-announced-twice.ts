import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-announced-twice',
  dialects: ['actions', 'receipts'],
  kind: 'duplicate',
  says: 'An edit is announced twice.',
  breaks: ['*.edit.announced-once'],
  outgoingFrame: (frame, { message }) => (message === 'edited' ? [frame, frame] : undefined),
};
export default fault;
