import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'list-answers-201',
  dialects: ['actions'],
  kind: 'status-code',
  says: 'The list of rooms comes with a status that says that something was made.',
  breaks: ['actions.list.answers-with-the-rooms'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'listRooms' && answer.status === 200 ? { ...answer, status: 201 } : undefined,
};
export default fault;
