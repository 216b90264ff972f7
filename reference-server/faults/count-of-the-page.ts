import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'count-of-the-page',
  dialects: ['actions'],
  kind: 'counter',
  says: 'The count is that of the rooms on the page.',
  breaks: ['actions.list.count-is-the-number-of-rooms'],
  sometimes: 'only when there is more than one page',
  outgoingResponse: inBody('listRooms', (body) =>
    Array.isArray(body['results']) ? { ...body, count: body['results'].length } : undefined,
  ),
};
export default fault;
