import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'delete-announced-to-its-author-only',
  dialects: ['actions', 'receipts'],
  kind: 'edit-delete',
  says: 'A deletion is shown to its author, but not to the other person.',
  breaks: ['receipts.delete.announced-to-the-room', '*.delete.announced-to-every-socket'],
  outgoingFrame: (_frame, { message, to, cause }) =>
    message === 'deleted' && to.me.id !== cause.by?.id ? null : undefined,
};
export default fault;
