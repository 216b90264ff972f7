import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'list-shows-no-room',
  dialects: ['actions'],
  kind: 'history',
  says: 'The list shows no room.',
  breaks: ['actions.list.answers-with-the-rooms'],
  outgoingResponse: inBody('listRooms', (body) => ({ ...body, count: 0, next: null, results: [] })),
};
export default fault;
