import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'delete-leaks-to-other-rooms',
  dialects: ['actions', 'receipts'],
  kind: 'leak',
  says: 'A deletion is announced in every room.',
  breaks: ['*.delete.announcement-stays-in-the-room'],
  audience: (_told, { message, connections }) => (message === 'deleted' ? connections() : undefined),
};
export default fault;
