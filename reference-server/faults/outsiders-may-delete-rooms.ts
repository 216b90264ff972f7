import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'outsiders-may-delete-rooms',
  dialects: ['actions'],
  kind: 'authorisation',
  says: 'Anybody can delete any room.',
  breaks: ['actions.access.delete-room-by-outsider'],
  decide: (question, _answer, { operation }) =>
    question === 'member' && operation === 'deleteRoom' ? true : undefined,
};
export default fault;
