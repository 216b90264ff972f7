import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'last-page-is-missing',
  dialects: ['actions'],
  kind: 'pagination',
  says: 'The page before the last says that it is the last.',
  breaks: ['actions.list.pages-hold-every-room-once', 'actions.list.count-is-the-number-of-rooms'],
  sometimes: 'only when there is more than one page',
  outgoingResponse: inBody('listRooms', (body, { request }) => {
    const page = Number(request.parameters['page'] ?? 1);
    return Number(body['count']) <= (page + 1) * 4 ? { ...body, next: null } : undefined;
  }),
};
export default fault;
