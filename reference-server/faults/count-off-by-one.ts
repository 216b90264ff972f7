import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'count-off-by-one',
  dialects: ['actions'],
  kind: 'counter',
  says: 'The list claims one room too many.',
  breaks: ['actions.list.count-is-the-number-of-rooms'],
  outgoingResponse: inBody('listRooms', (body) => ({ ...body, count: Number(body['count']) + 1 })),
};
export default fault;
