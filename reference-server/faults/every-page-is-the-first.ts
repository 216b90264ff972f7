import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'every-page-is-the-first',
  dialects: ['actions'],
  kind: 'pagination',
  says: 'Every page of the list shows the same rooms.',
  breaks: ['actions.list.pages-hold-every-room-once'],
  sometimes: 'only from the second page on',
  outgoingResponse: inBody('listRooms', (body, { request, memory, cause }) => {
    if (request.parameters['page'] !== undefined) return { ...body, results: memory.get(cause.by?.id) };
    memory.set(cause.by?.id, body['results']);
    return undefined;
  }),
};
export default fault;
