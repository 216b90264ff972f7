import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'pages-overlap',
  dialects: ['actions'],
  kind: 'pagination',
  says: 'Every page begins with the last room of the page before, and the last room of all is on none.',
  breaks: ['actions.list.pages-hold-every-room-once'],
  sometimes: 'only from the second page on',
  outgoingResponse: inBody('listRooms', ({ results, ...body }, { request, memory, cause }) => {
    if (!Array.isArray(results)) return undefined;
    const before: unknown = memory.get(cause.by?.id);
    memory.set(cause.by?.id, results.at(-1));
    return request.parameters['page'] === undefined
      ? undefined
      : { ...body, results: [before, ...results.slice(0, -1)] };
  }),
};
export default fault;
