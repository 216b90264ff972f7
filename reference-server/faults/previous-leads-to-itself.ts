import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'previous-leads-to-itself',
  dialects: ['actions'],
  kind: 'pagination',
  says: 'The address of the page before is that of the page itself.',
  breaks: ['actions.list.pages-hold-every-room-once'],
  sometimes: 'only when there is more than one page',
  outgoingResponse: inBody('listRooms', (body, { request }) =>
    typeof body['previous'] === 'string'
      ? {
          ...body,
          previous: body['previous'].replace(/&page=\d+/, `&page=${String(request.parameters['page'])}`),
        }
      : undefined,
  ),
};
export default fault;
