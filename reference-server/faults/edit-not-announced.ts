import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-not-announced',
  dialects: ['actions', 'receipts'],
  kind: 'edit-delete',
  says: 'An edit is carried out, and nobody who is connected hears of it.',
  breaks: [
    'receipts.edit.announced-to-the-room',
    'actions.edit.announced-to-every-socket',
    'actions.edit.announced-to-the-author',
  ],
  outgoingFrame: (_frame, { message }) => (message === 'edited' ? null : undefined),
};
export default fault;
