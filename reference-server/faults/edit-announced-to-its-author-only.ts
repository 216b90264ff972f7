import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-announced-to-its-author-only',
  dialects: ['actions', 'receipts'],
  kind: 'edit-delete',
  says: 'An edit is shown to its author, but not to the other person.',
  breaks: ['receipts.edit.announced-to-the-room', '*.edit.announced-to-every-socket'],
  outgoingFrame: (_frame, { message, to, cause }) =>
    message === 'edited' && to.me.id !== cause.by?.id ? null : undefined,
};
export default fault;
