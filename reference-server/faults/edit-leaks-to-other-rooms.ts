import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-leaks-to-other-rooms',
  dialects: ['actions', 'receipts'],
  kind: 'leak',
  says: 'An edit is announced in every room.',
  breaks: ['*.edit.announcement-stays-in-the-room'],
  audience: (_told, { message, connections }) => (message === 'edited' ? connections() : undefined),
};
export default fault;
