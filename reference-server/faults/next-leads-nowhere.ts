import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'next-leads-nowhere',
  dialects: ['actions'],
  kind: 'pagination',
  says: 'The address of the next page does not work.',
  breaks: ['actions.list.pages-hold-every-room-once'],
  sometimes: 'only when there is more than one page',
  outgoingResponse: inBody('listRooms', (body) =>
    typeof body['next'] === 'string'
      ? { ...body, next: body['next'].replace('&page=', '&page=9') }
      : undefined,
  ),
};
export default fault;
