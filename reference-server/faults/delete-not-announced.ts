import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'delete-not-announced',
  dialects: ['actions', 'receipts'],
  kind: 'edit-delete',
  says: 'A deletion is carried out, and nobody who is connected hears of it.',
  breaks: [
    'receipts.delete.announced-to-the-room',
    'actions.delete.announced-to-every-socket',
    'actions.delete.announced-to-the-author',
  ],
  outgoingFrame: (_frame, { message }) => (message === 'deleted' ? null : undefined),
};
export default fault;
